package org.digitpad.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.digitpad.data.synth.ExampleDigits;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.junit.jupiter.api.Test;

class ExampleDigitsTest {
  @Test
  void everyModelReadsTheExamplesWithoutDoubt() {
    List<Drawing> examples = ExampleDigits.drawings();
    assertThat(examples).hasSize(10).isEqualTo(ExampleDigits.drawings());
    for (LibraryModel model : ModelLibrary.bundled()) {
      Recognizer recognizer = new Recognizer(model.model());
      for (int digit = 0; digit < examples.size(); digit++) {
        Prediction prediction = recognizer.recognize(examples.get(digit));
        assertThat(prediction.label()).as(model.title()).isEqualTo(digit);
        assertThat(prediction.rejected()).isFalse();
        assertThat(prediction.probability(digit)).isGreaterThan(0.9f);
      }
    }
  }

  @Test
  void theExamplesAreOnTheCanvas() {
    assertThat(ExampleDigits.drawings())
        .allSatisfy(
            drawing ->
                assertThat(drawing.strokes())
                    .isNotEmpty()
                    .allSatisfy(
                        stroke ->
                            assertThat(stroke.points())
                                .hasSizeGreaterThan(5)
                                .allMatch(ExampleDigitsTest::isInside)));
  }

  private static boolean isInside(InkPoint point) {
    return point.x() > 40 && point.x() < 240 && point.y() > 40 && point.y() < 240;
  }
}
