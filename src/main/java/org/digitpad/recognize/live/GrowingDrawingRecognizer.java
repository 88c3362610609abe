package org.digitpad.recognize.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Stroke;
import org.digitpad.nn.kernel.ArgMax;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.DigitSequenceRecognizer;
import org.digitpad.recognize.sequence.SequenceDigit;

/**
 * Recognizes a drawing while it grows. As long as the pen is down, the digit that it draws is not
 * finished: its probabilities then are those of the digit that it becomes. Once the pen is lifted,
 * they are the network's. Not thread-safe.
 */
public final class GrowingDrawingRecognizer implements CanvasRecognizer {
  private final DigitSequenceRecognizer recognizer;
  private final FinishedDigit finished;
  private final LongSupplier clock;
  private final SteadyEstimate steady = new SteadyEstimate();

  /** Creates a recognizer with the bundled estimate of finished digits. */
  public GrowingDrawingRecognizer(DigitSequenceRecognizer recognizer) {
    this(recognizer, FinishedDigit.bundled(), System::nanoTime);
  }

  /**
   * @param clock the time in nanoseconds since any moment
   */
  public GrowingDrawingRecognizer(
      DigitSequenceRecognizer recognizer, FinishedDigit finished, LongSupplier clock) {
    this.recognizer = recognizer;
    this.finished = finished;
    this.clock = clock;
  }

  @Override
  public DigitSequence recognize(CanvasContent content, boolean growing) {
    DigitSequence sequence = recognizer.recognize(content, growing);
    if (!growing || content.hasBackground() || sequence.isBlank()) {
      steady.clear();
      return sequence;
    }
    SequenceDigit digit = sequence.digits().get(sequence.lastDrawn());
    if (!belongsTo(digit.drawing(), content.drawing())) {
      return sequence;
    }
    List<SequenceDigit> digits = new ArrayList<>(sequence.digits());
    digits.set(sequence.lastDrawn(), unfinished(digit));
    return new DigitSequence(digits, sequence.lastDrawn());
  }

  /** Whether the stroke in progress is one of the digit's, and not one that is too small yet. */
  private static boolean belongsTo(Drawing digit, Drawing drawing) {
    Stroke last = drawing.strokes().get(drawing.strokes().size() - 1);
    return digit.strokes().contains(last);
  }

  private SequenceDigit unfinished(SequenceDigit digit) {
    Prediction now = digit.prediction();
    float[] estimate = finished.probabilities(now.probabilities(), digit.drawing());
    float[] shown = steady.add(estimate, clock.getAsLong());
    boolean open = shown[ArgMax.of(shown)] < Recognizer.MIN_CONFIDENCE;
    return digit.withUnfinished(
        new Prediction(now.image(), shown, now.logSumExp(), open, now.nanos()));
  }
}
