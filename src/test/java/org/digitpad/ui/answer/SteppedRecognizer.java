package org.digitpad.ui.answer;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.digitpad.ink.CanvasContent;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.recognize.Prediction;

/** A reader that begins a drawing only to wait until the test says what it reads. */
public final class SteppedRecognizer implements CanvasRecognizer {
  private final LinkedBlockingQueue<CanvasContent> begun = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Prediction> answers = new LinkedBlockingQueue<>();

  @Override
  public Prediction recognize(CanvasContent content) {
    begun.add(content);
    return next(answers);
  }

  /** Waits until a drawing is being read. */
  public CanvasContent awaitBegun() {
    return next(begun);
  }

  /** Ends the reading of one drawing. */
  public void answer(Prediction prediction) {
    answers.add(prediction);
  }

  private static <T> T next(LinkedBlockingQueue<T> queue) {
    try {
      T next = queue.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new IllegalStateException("nothing came");
      }
      return next;
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }
}
