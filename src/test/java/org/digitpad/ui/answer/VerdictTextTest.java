package org.digitpad.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 0.99 | 1 | 0.005 | Almost certainly a 7",
        "8 | 0.96 | 3 | 0.01  | Almost certainly an 8",
        "0 | 0.80 | 6 | 0.05  | Probably a 0",
        "4 | 0.55 | 9 | 0.40  | A 4, or perhaps a 9",
        "8 | 0.55 | 3 | 0.40  | An 8, or perhaps a 3",
        "3 | 0.75 | 8 | 0.20  | A 3, or perhaps an 8",
        "5 | 0.40 | 2 | 0.12  | Perhaps a 5",
      })
  void tellsTheConfidence(
      int first, double firstShare, int second, double secondShare, String sentence) {
    assertThat(VerdictText.of(Predictions.of(first, firstShare, second, secondShare)))
        .isEqualTo(sentence);
  }

  @Test
  void tellsThatADrawingIsRejected() {
    assertThat(VerdictText.of(Predictions.rejected())).isEqualTo("Not a digit?");
  }
}
