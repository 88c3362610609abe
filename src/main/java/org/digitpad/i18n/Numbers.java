package org.digitpad.i18n;

/** Numbers as people read them, rounded half up and written as the language of the text does. */
public final class Numbers {
  private Numbers() {}

  /** A whole number with its thousands grouped, such as 28,506. */
  public static String integer(long value) {
    return String.format(Messages.locale(), "%,d", value);
  }

  /** A number with a fixed count of decimals, such as 0.0339 with four. */
  public static String decimal(double value, int decimals) {
    return String.format(Messages.locale(), "%,." + decimals + "f", value);
  }

  /**
   * A share as a percentage, such as 98.74% with two decimals.
   *
   * @param share 0 to 1
   */
  public static String percent(double share, int decimals) {
    return Messages.get("format.percent", decimal(100 * share, decimals));
  }
}
