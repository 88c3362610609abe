package org.digitpad.ui.train;

import java.util.Locale;

/** A whole number. */
final class IntegerSetting extends NumberSetting {
  private final long least;
  private final long most;

  /**
   * A number.
   *
   * @param name what people call it
   * @param least the smallest that is allowed
   * @param most the largest
   * @param usual what stands there at first
   */
  IntegerSetting(String name, long least, long most, long usual) {
    super(name);
    this.least = least;
    this.most = most;
    set(usual);
  }

  /**
   * The number.
   *
   * @throws NumberFormatException if there is an error
   */
  long value() {
    return Long.parseLong(typed());
  }

  void set(long value) {
    textProperty().set(String.valueOf(value));
  }

  @Override
  String fault(String typed) {
    try {
      long value = Long.parseLong(typed);
      if (value >= least && value <= most) {
        return "";
      }
    } catch (NumberFormatException none) {
      // told below, in the same words
    }
    return least == Long.MIN_VALUE
        ? "Give a whole number."
        : String.format(Locale.ROOT, "Give a whole number from %,d to %,d.", least, most);
  }
}
