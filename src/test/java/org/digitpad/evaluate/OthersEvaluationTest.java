package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.OtherDrawing;
import org.digitpad.data.synth.NonDigitKind;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.evaluate.OthersEvaluation.KindResult;
import org.digitpad.ink.Drawing;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.BundledModels;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;

final class OthersEvaluationTest {
  @Test
  void comparesEachKindWithTheRightDigits() {
    List<LabeledDrawing> digits = MnistLikeDigits.drawings(120, 3);
    List<Drawing> scribbles = NonDigits.drawings(NonDigitKind.SCRIBBLE, 40, 1);
    List<Drawing> letters = NonDigits.drawings(NonDigitKind.LETTER, 30, 1);
    List<OtherDrawing> others = new ArrayList<>();
    scribbles.forEach(drawing -> others.add(new OtherDrawing("?", "scribble", drawing)));
    letters.forEach(drawing -> others.add(new OtherDrawing("A", "letter", drawing)));
    letters.subList(0, 10).forEach(drawing -> others.add(new OtherDrawing("O", "letter", drawing)));
    Model model = BundledModels.convGru();

    OthersEvaluation result = OthersEvaluation.of(model, digits, others);

    Recognizer recognizer = new Recognizer(model);
    List<Prediction> right =
        digits.stream()
            .filter(digit -> recognizer.recognize(digit.drawing()).label() == digit.label())
            .map(digit -> recognizer.recognize(digit.drawing()))
            .toList();
    assertThat(result.correct()).isEqualTo(right.size()).isGreaterThan(100);
    assertThat(result.rightRejected())
        .isEqualTo(
            (double) right.stream().filter(Prediction::rejected).count() / right.size(),
            within(0d));
    assertThat(result.kinds())
        .extracting(KindResult::kind)
        .containsExactly("letter", "scribble", OthersEvaluation.LOOKALIKE);
    assertThat(result.kinds()).extracting(KindResult::samples).containsExactly(30, 40, 10);
    KindResult scribble = result.kinds().get(1);
    List<Prediction> predictions = scribbles.stream().map(recognizer::recognize).toList();
    assertThat(scribble.rejected())
        .isEqualTo(predictions.stream().filter(Prediction::rejected).count() / 40.0);
    double[] scores = predictions.stream().mapToDouble(Prediction::logSumExp).toArray();
    double[] digitScores = right.stream().mapToDouble(Prediction::logSumExp).sorted().toArray();
    assertThat(scribble.auroc()).isEqualTo(pairs(digitScores, scores), within(1e-12));
    // 1 of 100 and some digits lies below the second-lowest score, and 5% below the sixth or so
    double lost = digitScores[digitScores.length / 100];
    double kept = digitScores[(int) (digitScores.length * 0.05)];
    assertThat(scribble.caughtAt1())
        .isEqualTo(Arrays.stream(scores).filter(score -> score < lost).count() / 40.0);
    assertThat(scribble.fpr95())
        .isEqualTo(Arrays.stream(scores).filter(score -> score >= kept).count() / 40.0);
  }

  @Test
  void areaUnderTheCurveIsTheShareOfPairsInOrder() {
    Random random = new Random(1);
    double[] high = random.ints(200, 3, 12).asDoubleStream().sorted().toArray();
    double[] low = random.ints(90, 0, 9).asDoubleStream().sorted().toArray();

    assertThat(OthersEvaluation.auroc(high, low)).isEqualTo(pairs(high, low), within(1e-12));
    assertThat(OthersEvaluation.auroc(low, high))
        .isEqualTo(1 - OthersEvaluation.auroc(high, low), within(1e-12));
    assertThat(OthersEvaluation.auroc(high, high)).isEqualTo(0.5, within(1e-12));
    assertThat(OthersEvaluation.auroc(high, new double[0])).isEqualTo(0.5);
  }

  /** Compares each with each; a tie counts half. */
  private static double pairs(double[] positives, double[] negatives) {
    double sum = 0;
    for (double positive : positives) {
      for (double negative : negatives) {
        sum += positive > negative ? 1 : positive == negative ? 0.5 : 0;
      }
    }
    return sum / positives.length / negatives.length;
  }
}
