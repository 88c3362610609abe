package org.digitpad.train.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluation.Misclassified;
import org.digitpad.i18n.Messages;
import org.junit.jupiter.api.Test;

final class AdaptationComparisonTest {
  @Test
  void keepsACopyThatReadsThePersonBetterAndTheTestSetHardlyWorse() {
    assertThat(refusal(3, 2, 50, 60)).isEmpty();
  }

  @Test
  void refusesACopyThatLosesMoreThanATenthOfAPoint() {
    assertThat(refusal(3, 0, 50, 61))
        .isEqualTo(Messages.get("train.adapt.forgets", "99.39%", "99.50%"));
  }

  @Test
  void refusesACopyThatReadsThePersonNoBetter() {
    assertThat(refusal(2, 2, 50, 40)).isEqualTo(Messages.get("train.adapt.noBetter", 48, 48, 50));
    assertThat(refusal(2, 3, 50, 40)).isEqualTo(Messages.get("train.adapt.noBetter", 47, 48, 50));
  }

  @Test
  void saysThatThereIsNothingToLearn() {
    assertThat(refusal(0, 0, 50, 40)).isEqualTo(Messages.plural("train.adapt.nothingToLearn", 50));
  }

  @Test
  void refusesACopyThatIsLessSureOfTheRightDigits() {
    assertThat(refusal(evaluation(50, 3, 0.2), evaluation(50, 2, 0.3)))
        .isEqualTo(Messages.get("train.adapt.lessSure", 48, 47, 50));
    assertThat(refusal(evaluation(50, 3, 0.3), evaluation(50, 2, 0.2))).isEmpty();
  }

  @Test
  void tellsWhatFlippedInTheTestSet() {
    AdaptationComparison comparison =
        new AdaptationComparison(
            evaluation(50, 3, 0),
            evaluation(50, 2, 0),
            evaluation(100, 2, 0),
            evaluation(100, 4, 0),
            List.of());

    assertThat(comparison.testFixed()).isEmpty();
    assertThat(comparison.testBroken()).extracting(Misclassified::index).containsExactly(2, 3);
  }

  private static String refusal(Evaluation ownBefore, Evaluation ownAfter) {
    Evaluation test = evaluation(10_000, 50, 0);
    return new AdaptationComparison(ownBefore, ownAfter, test, test, List.of())
        .findRefusal()
        .orElse("");
  }

  /** The reason, or nothing; errors in 50 own drawings and in 10,000 test images. */
  private static String refusal(int ownBefore, int ownAfter, int testBefore, int testAfter) {
    return new AdaptationComparison(
            evaluation(50, ownBefore, 0),
            evaluation(50, ownAfter, 0),
            evaluation(10_000, testBefore, 0),
            evaluation(10_000, testAfter, 0),
            List.of())
        .findRefusal()
        .orElse("");
  }

  private static Evaluation evaluation(int samples, int errors, double loss) {
    return new Evaluation(
        samples,
        (double) (samples - errors) / samples,
        loss,
        0,
        List.of(),
        IntStream.range(0, errors).mapToObj(i -> new Misclassified(i, 0, 1)).toList());
  }
}
