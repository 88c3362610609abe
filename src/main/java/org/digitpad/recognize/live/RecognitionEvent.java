package org.digitpad.recognize.live;

import org.digitpad.recognize.sequence.DigitSequence;

/** An event of a {@link LiveRecognizer}: a recognizer was loaded, or a drawing recognized. */
public sealed interface RecognitionEvent {
  /**
   * The number that {@link LiveRecognizer#submit} returned for the drawing; 0 for events of
   * loading.
   */
  long sequence();

  /** The recognizer is loaded and ready for drawings. */
  record Loaded() implements RecognitionEvent {
    @Override
    public long sequence() {
      return 0;
    }
  }

  /** The recognizer could not be loaded. Without an earlier one, no drawing is recognized. */
  record LoadFailed(Throwable cause) implements RecognitionEvent {
    @Override
    public long sequence() {
      return 0;
    }
  }

  /** A drawing was recognized. */
  record Recognized(long sequence, DigitSequence digits) implements RecognitionEvent {}

  /** Recognition of one drawing failed; the next one may succeed. */
  record RecognitionFailed(long sequence, Throwable cause) implements RecognitionEvent {}
}
