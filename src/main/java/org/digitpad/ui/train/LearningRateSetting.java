package org.digitpad.ui.train;

import java.math.BigDecimal;
import java.util.Locale;
import org.digitpad.train.Recipe;

/** A rate of learning. */
final class LearningRateSetting extends NumberSetting {
  /**
   * A rate.
   *
   * @param name what people call it
   * @param usual what stands there at first
   */
  LearningRateSetting(String name, double usual) {
    super(name);
    set(usual);
  }

  /**
   * The rate.
   *
   * @throws NumberFormatException if there is an error
   */
  double value() {
    // not Double.parseDouble, which takes 1d, 0x1p-3 and NaN as well
    return new BigDecimal(typed()).doubleValue();
  }

  void set(double value) {
    textProperty().set(text(value));
  }

  /** A rate as people write it. */
  static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Override
  String fault(String typed) {
    try {
      if (Recipe.isLearningRate(new BigDecimal(typed).doubleValue())) {
        return "";
      }
    } catch (NumberFormatException none) {
      // told below, in the same words
    }
    return String.format(
        Locale.ROOT,
        "Give a number above 0 and up to %.0f, such as 0.001.",
        Recipe.MAX_LEARNING_RATE);
  }
}
