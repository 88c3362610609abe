package org.digitpad.ui.compare;

import org.digitpad.ink.CanvasContent;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.Prediction;

/**
 * Repeats the first predictions and returns the fastest one. While the window still loads other
 * models, the first takes up to a thousand times as long as all later ones, and its time would stay
 * on the screen until somebody draws on.
 */
final class SteadyRecognizer implements CanvasRecognizer {
  /** As many first predictions may be slow. */
  private static final int COLD = 3;

  private static final int REPETITIONS = 4;

  private final CanvasRecognizer recognizer;
  private int predictions;

  SteadyRecognizer(CanvasRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  @Override
  public Prediction recognize(CanvasContent content) {
    Prediction fastest = recognizer.recognize(content);
    if (predictions < COLD) {
      predictions++;
      for (int i = 0; i < REPETITIONS; i++) {
        Prediction next = recognizer.recognize(content);
        if (next.nanos() < fastest.nanos()) {
          fastest = next;
        }
      }
    }
    return fastest;
  }
}
