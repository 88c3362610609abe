package org.digitpad.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.i18n.Messages;
import org.digitpad.recognize.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 0.99 | 1 | 0.005 | almostCertain",
        "8 | 0.96 | 3 | 0.01  | almostCertain",
        "0 | 0.80 | 6 | 0.05  | probable",
        "4 | 0.55 | 9 | 0.40  | either",
        "8 | 0.55 | 3 | 0.40  | either",
        "3 | 0.75 | 8 | 0.20  | either",
        "5 | 0.40 | 2 | 0.12  | possible",
      })
  void tellsTheConfidence(
      int first, double firstShare, int second, double secondShare, String key) {
    assertThat(VerdictText.of(Predictions.of(first, firstShare, second, secondShare), false))
        .isEqualTo(Messages.get("ui.answer.verdict." + key, first, second));
  }

  @Test
  void tellsBetweenWhichDigitsARejectedDrawingIs() {
    Prediction nine = Predictions.of(9, 0.45, 4, 0.40);
    Prediction rejected =
        new Prediction(nine.image(), nine.probabilities(), nine.logSumExp(), true, 0);
    assertThat(VerdictText.of(rejected, false))
        .isEqualTo(Messages.get("ui.answer.verdict.between", 4, 9))
        .isEqualTo("Could be a 4 or a 9");
  }

  @Test
  void tellsThatADrawingIsRejected() {
    assertThat(VerdictText.of(Predictions.rejected(), false))
        .isEqualTo(Messages.get("ui.answer.verdict.noDigit"));
  }

  @Test
  void tellsThatARejectedDrawingMayBeTwoDigits() {
    assertThat(VerdictText.of(Predictions.rejected(), true))
        .isEqualTo("Two digits? Draw them apart");
  }

  @Test
  void tellsWhatAnUnfinishedDigitMayBecome() {
    assertThat(VerdictText.ofUnfinished(Predictions.rejected())).isEqualTo("May become a 3 or a 5");
    assertThat(VerdictText.ofUnfinished(Predictions.of(7))).isEqualTo("Almost certainly a 7");
  }
}
