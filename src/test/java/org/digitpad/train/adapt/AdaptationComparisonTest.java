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

  /** The reason, or nothing; errors in 50 own drawings and in 10,000 test images. */
  private static String refusal(int ownBefore, int ownAfter, int testBefore, int testAfter) {
    return new AdaptationComparison(
            evaluation(50, ownBefore),
            evaluation(50, ownAfter),
            evaluation(10_000, testBefore),
            evaluation(10_000, testAfter),
            List.of())
        .findRefusal()
        .orElse("");
  }

  private static Evaluation evaluation(int samples, int errors) {
    return new Evaluation(
        samples,
        (double) (samples - errors) / samples,
        0,
        0,
        List.of(),
        IntStream.range(0, errors).mapToObj(i -> new Misclassified(i, 0, 1)).toList());
  }
}
