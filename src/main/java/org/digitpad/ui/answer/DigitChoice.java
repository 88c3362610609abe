package org.digitpad.ui.answer;

import java.util.List;
import org.digitpad.recognize.sequence.BoundingBox;
import org.digitpad.recognize.sequence.DigitSequence;
import org.digitpad.recognize.sequence.SequenceDigit;
import org.jspecify.annotations.Nullable;

/**
 * Which digit of a row is looked at: the one that was drawn on last, until the person chooses one.
 * Their choice stays while its digit does, however many others are drawn.
 */
final class DigitChoice {
  /** Where the digit is that the person chose; null while the pen is followed. */
  private @Nullable BoundingBox chosen;

  /** Returns the index of the digit in a sequence. */
  int index(DigitSequence sequence) {
    BoundingBox before = chosen;
    if (before == null) {
      return sequence.lastDrawn();
    }
    List<SequenceDigit> digits = sequence.digits();
    int best = 0;
    for (int i = 1; i < digits.size(); i++) {
      if (digits.get(i).box().gap(before) < digits.get(best).box().gap(before)) {
        best = i;
      }
    }
    BoundingBox now = digits.get(best).box();
    if (now.gap(before) > 0) {
      chosen = null;
      return sequence.lastDrawn();
    }
    chosen = now;
    return best;
  }

  void choose(SequenceDigit digit) {
    chosen = digit.box();
  }

  /** Follows the pen again; returns whether it was not followed before. */
  boolean release() {
    boolean released = chosen != null;
    chosen = null;
    return released;
  }
}
