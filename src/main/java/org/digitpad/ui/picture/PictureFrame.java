package org.digitpad.ui.picture;

import org.digitpad.ink.scan.InkBounds;
import org.digitpad.recognize.PictureReading;
import org.digitpad.recognize.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * A frame around what may be a digit.
 *
 * @param id tells it from the other frames of its picture, whatever changes
 * @param box where it is, in pixels of the picture
 * @param reading what was read in it, perhaps while it was elsewhere; null until then
 * @param current whether this is what the model reads where the frame is now
 */
record PictureFrame(int id, InkBounds box, @Nullable PictureReading reading, boolean current) {
  /** The digit in it, or a question mark if there is none or it is not read yet. */
  String label() {
    return hasDigit() ? String.valueOf(prediction().label()) : "?";
  }

  /** Whether a digit was read in it. */
  boolean hasDigit() {
    return hasInk() && !prediction().rejected();
  }

  /** Whether something was read in it, be it a digit or not. */
  boolean hasInk() {
    return reading != null && !reading.prediction().image().isBlank();
  }

  /** Whether it has been read where it is, and there is no digit in it. */
  boolean isUseless() {
    return current && !hasDigit();
  }

  /**
   * What was read in it.
   *
   * @throws IllegalStateException if it is not read yet
   */
  Prediction prediction() {
    if (reading == null) {
      throw new IllegalStateException("the frame is not read yet");
    }
    return reading.prediction();
  }

  PictureFrame at(InkBounds newBox) {
    return new PictureFrame(id, newBox, reading, false);
  }

  PictureFrame read(PictureReading newReading, boolean isCurrent) {
    return new PictureFrame(id, box, newReading, isCurrent);
  }

  /** Forgets what was read, as the model cannot read pictures. */
  PictureFrame unread() {
    return new PictureFrame(id, box, null, false);
  }

  PictureFrame stale() {
    return new PictureFrame(id, box, reading, false);
  }
}
