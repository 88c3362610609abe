package org.digitpad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.NonDigitKind;
import org.digitpad.evaluate.RejectionEvaluation.KindResult;
import org.digitpad.nn.model.Calibration;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.BundledModels;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;

final class RejectionEvaluationTest {
  @Test
  void countsRejectedDigitsAndNonDigits() {
    List<LabeledDrawing> digits = MnistLikeDigits.drawings(60, 3);
    Model bundled = BundledModels.convGru();
    Model strict =
        new Model(
            bundled.architecture(), bundled.parameters(), new Calibration(1, 6), bundled.card());

    RejectionEvaluation result = RejectionEvaluation.ofStrokes(new Recognizer(strict), digits);

    int correct = 0;
    int rejected = 0;
    Recognizer recognizer = new Recognizer(strict);
    for (LabeledDrawing digit : digits) {
      Prediction prediction = recognizer.recognize(digit.drawing());
      if (prediction.label() == digit.label()) {
        correct++;
        rejected += prediction.rejected() ? 1 : 0;
      }
    }
    assertThat(result.correct()).isEqualTo(correct).isPositive();
    assertThat(result.falselyRejected()).isEqualTo(rejected);
    assertThat(result.nonDigits()).hasSize(NonDigitKind.values().length);
    for (KindResult kind : result.nonDigits()) {
      assertThat(kind.drawings()).isEqualTo(1000);
      assertThat(kind.rejected()).as(kind.kind()).isBetween(50, 1000);
    }
  }
}
