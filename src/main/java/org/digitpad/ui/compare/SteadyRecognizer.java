package org.digitpad.ui.compare;

import org.digitpad.ink.CanvasContent;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.recognize.sequence.DigitSequence;

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
  public DigitSequence recognize(CanvasContent content, boolean growing) {
    DigitSequence fastest = recognizer.recognize(content, growing);
    if (predictions < COLD) {
      predictions++;
      for (int i = 0; i < REPETITIONS; i++) {
        DigitSequence next = recognizer.recognize(content, growing);
        if (nanos(next) < nanos(fastest)) {
          fastest = next;
        }
      }
    }
    return fastest;
  }

  private static long nanos(DigitSequence sequence) {
    return sequence.digits().stream().mapToLong(digit -> digit.prediction().nanos()).sum();
  }
}
