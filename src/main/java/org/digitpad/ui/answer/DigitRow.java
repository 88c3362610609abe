package org.digitpad.ui.answer;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Several digits on a canvas, of which one is chosen. */
public interface DigitRow {
  /** Where the digits are, from left to right, if there are several; otherwise empty. */
  ReadOnlyObjectProperty<List<DigitBox>> boxesProperty();

  /** Chooses one of several digits, whatever is drawn later. */
  void choose(int index);

  /**
   * Chooses a digit beside the chosen one.
   *
   * @param steps to the right; to the left if negative
   */
  void chooseBeside(int steps);

  /**
   * Follows the pen again after a choice.
   *
   * @return whether the pen was not followed
   */
  boolean followPen();

  /** What all digits are, and which is chosen, for screen readers. */
  String description();
}
