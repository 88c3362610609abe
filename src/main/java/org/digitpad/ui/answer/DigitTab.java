package org.digitpad.ui.answer;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.LazyTooltips;

/** A small tab with a digit. The arrow keys on the canvas do what a click does. */
final class DigitTab extends Label {
  private final Runnable choose;

  DigitTab(Runnable choose) {
    this.choose = choose;
    getStyleClass().add("digit-tab");
    setCursor(Cursor.HAND);
    setAccessibleRole(AccessibleRole.BUTTON);
    LazyTooltips.install(
        this, Messages.get("ui.draw.digit.tooltip"), Messages.get("ui.draw.digit.keys"));
  }

  void choose() {
    choose.run();
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      choose();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
