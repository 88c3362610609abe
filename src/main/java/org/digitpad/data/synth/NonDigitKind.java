package org.digitpad.data.synth;

import java.util.Locale;

/** The kinds of non-digits. */
public enum NonDigitKind {
  LETTER,
  SHAPE,
  /** A few straight or curved strokes. */
  LINE,
  /** A few dots. */
  DOT,
  SCRIBBLE,
  /** Two digits side by side. */
  TWO_DIGITS,
  /**
   * Letters and shapes that cannot be told from digits; networks are not trained to reject them.
   */
  LOOKALIKE;

  /** Returns the name in files and tables. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
