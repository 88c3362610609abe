package org.digitpad.data.synth;

import java.util.Locale;

/** Sorts of drawings that are no digit. */
public enum NonDigitKind {
  LETTER,
  SHAPE,
  /** A few straight or bent strokes. */
  LINE,
  /** A few dots. */
  DOT,
  SCRIBBLE,
  /** Two digits side by side. */
  TWO_DIGITS,
  /** Letters and shapes that may as well be digits: nobody should learn to refuse them. */
  LOOKALIKE;

  /** As files and tables call it. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
