package org.digitpad.ui.train.settings;

import org.digitpad.i18n.Messages;

/** A whole number within bounds. */
final class IntegerSetting extends NumberSetting {
  private final long min;
  private final long max;

  /**
   * @param id node id of its field
   * @param name label of its field
   * @param min the smallest valid number; {@link Long#MIN_VALUE} for no bounds
   * @param max the largest valid number
   * @param initial the value at first
   */
  IntegerSetting(String id, String name, long min, long max, long initial) {
    super(id, name);
    this.min = min;
    this.max = max;
    set(initial);
  }

  /**
   * Returns the number.
   *
   * @throws NumberFormatException if the text is invalid
   */
  long value() {
    return Long.parseLong(strippedText());
  }

  void set(long value) {
    textProperty().set(String.valueOf(value));
  }

  @Override
  String validate(String text) {
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return "";
      }
    } catch (NumberFormatException invalid) {
      // handled below with the same message
    }
    return min == Long.MIN_VALUE
        ? Messages.get("ui.train.settings.notWhole")
        : Messages.get("ui.train.settings.notWholeWithin", min, max);
  }
}
