package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.recognize.Prediction;
import org.junit.jupiter.api.Test;

class SteadyRecognizerTest {
  @Test
  void aColdFirstPredictionIsNotTheOneWhoseTimeIsShown() {
    AtomicLong nanos = new AtomicLong(298_142_000);
    SteadyRecognizer recognizer =
        new SteadyRecognizer(
            content ->
                new Prediction(DigitImage.BLANK, new float[10], 0, true, nanos.getAndSet(80_000)));

    assertThat(recognizer.recognize(CanvasContent.BLANK).nanos()).isEqualTo(80_000);
  }

  @Test
  void laterPredictionsAreMadeOnce() {
    AtomicLong calls = new AtomicLong();
    SteadyRecognizer recognizer =
        new SteadyRecognizer(
            content -> {
              calls.incrementAndGet();
              return new Prediction(DigitImage.BLANK, new float[10], 0, true, 80_000);
            });
    for (int i = 0; i < 10; i++) {
      recognizer.recognize(CanvasContent.BLANK);
    }
    long before = calls.get();

    recognizer.recognize(CanvasContent.BLANK);

    assertThat(calls.get()).isEqualTo(before + 1);
  }
}
