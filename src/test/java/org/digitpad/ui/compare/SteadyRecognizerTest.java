package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.ui.answer.Predictions;
import org.junit.jupiter.api.Test;

class SteadyRecognizerTest {
  @Test
  void aColdFirstPredictionIsNotTheOneWhoseTimeIsShown() {
    AtomicLong nanos = new AtomicLong(298_142_000);
    SteadyRecognizer recognizer =
        new SteadyRecognizer((content, growing) -> read(nanos.getAndSet(80_000)));

    DigitSequence read = recognizer.recognize(CanvasContent.BLANK, false);

    assertThat(read.digits().get(0).prediction().nanos()).isEqualTo(80_000);
  }

  @Test
  void laterPredictionsAreMadeOnce() {
    AtomicLong calls = new AtomicLong();
    SteadyRecognizer recognizer =
        new SteadyRecognizer(
            (content, growing) -> {
              calls.incrementAndGet();
              return read(80_000);
            });
    for (int i = 0; i < 10; i++) {
      recognizer.recognize(CanvasContent.BLANK, false);
    }
    long before = calls.get();

    recognizer.recognize(CanvasContent.BLANK, false);

    assertThat(calls.get()).isEqualTo(before + 1);
  }

  private static DigitSequence read(long nanos) {
    return Predictions.row(new Prediction(DigitImage.BLANK, new float[10], 0, true, nanos));
  }
}
