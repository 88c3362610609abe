package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.data.synth.ExampleDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.Test;

class InkTracerTest {
  @Test
  void tracedDigitsAreReadAsBeforeAndHaveFewStrokes() {
    Recognizer recognizer = ModelLibrary.bundled().get(0).newRecognizer();
    for (int digit = 0; digit < 10; digit++) {
      DigitImage image = StrokeRenderer.render(ExampleDigits.drawings().get(digit));
      Drawing traced = InkTracer.trace(image);
      assertThat(traced.strokes()).as("%d", digit).hasSizeBetween(1, 4);
      Prediction prediction = recognizer.recognize(traced);
      assertThat(prediction.label()).isEqualTo(digit);
      assertThat(prediction.rejected()).isFalse();
    }
  }

  @Test
  void aTraceCoversTheInk() {
    DigitImage image = StrokeRenderer.render(ExampleDigits.drawings().get(8));
    Drawing traced = InkTracer.trace(image);
    DigitImage again = StrokeRenderer.render(traced);
    double difference = 0;
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      difference += Math.abs(image.toArray()[pixel] - again.toArray()[pixel]);
    }
    assertThat(difference / DigitImage.PIXELS).isLessThan(0.04);
  }

  @Test
  void aBlankImageHasNoStrokesAndADotHasOne() {
    assertThat(InkTracer.trace(DigitImage.BLANK).strokes()).isEmpty();
    float[] dot = new float[DigitImage.PIXELS];
    dot[14 * DigitImage.SIDE + 14] = 1;
    dot[14 * DigitImage.SIDE + 15] = 1;
    assertThat(InkTracer.trace(new DigitImage(dot)).strokes()).hasSize(1);
  }
}
