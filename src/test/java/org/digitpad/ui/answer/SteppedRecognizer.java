package org.digitpad.ui.answer;

import java.util.concurrent.LinkedBlockingQueue;
import org.digitpad.ink.CanvasContent;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.live.CanvasRecognizer;
import org.digitpad.recognize.sequence.DigitSequence;

/** A recognizer that waits in each call until the test supplies the prediction. */
public final class SteppedRecognizer implements CanvasRecognizer {
  private final LinkedBlockingQueue<CanvasContent> begun = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<DigitSequence> answers = new LinkedBlockingQueue<>();

  @Override
  public DigitSequence recognize(CanvasContent content, boolean growing) {
    begun.add(content);
    return next(answers);
  }

  /** Waits until the recognizer is called and returns the content. */
  public CanvasContent awaitBegun() {
    return next(begun);
  }

  /** Supplies the prediction of one call. */
  public void answer(Prediction prediction) {
    answer(Predictions.row(prediction));
  }

  /** Supplies the digits of one call. */
  public void answer(DigitSequence digits) {
    answers.add(digits);
  }

  private static <T> T next(LinkedBlockingQueue<T> queue) {
    try {
      return queue.take();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }
}
