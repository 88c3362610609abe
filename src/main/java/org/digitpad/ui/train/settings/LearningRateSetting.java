package org.digitpad.ui.train.settings;

import java.math.BigDecimal;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.train.Recipe;

/** A learning rate, above 0 and up to {@link Recipe#MAX_LEARNING_RATE}. */
final class LearningRateSetting extends NumberSetting {
  /**
   * @param id node id of its field
   * @param name label of its field
   * @param initial the value at first
   */
  LearningRateSetting(String id, String name, double initial) {
    super(id, name);
    set(initial);
  }

  /**
   * Returns the learning rate.
   *
   * @throws NumberFormatException if the text is invalid
   */
  double value() {
    // not Double.parseDouble, which accepts 1d, 0x1p-3 and NaN as well
    return new BigDecimal(strippedText()).doubleValue();
  }

  void set(double value) {
    textProperty().set(format(value));
  }

  /** A learning rate in plain decimal notation, such as 0.001. */
  static String format(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Override
  String validate(String text) {
    try {
      if (Recipe.isLearningRate(new BigDecimal(text).doubleValue())) {
        return "";
      }
    } catch (NumberFormatException invalid) {
      // handled below with the same message
    }
    return Messages.get(
        "ui.train.settings.notLearningRate", Numbers.decimal(Recipe.MAX_LEARNING_RATE, 0));
  }
}
