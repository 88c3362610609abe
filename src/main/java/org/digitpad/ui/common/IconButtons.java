package org.digitpad.ui.common;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Flat buttons with an icon, whose name is in the tooltip and read out by screen readers. */
public final class IconButtons {
  private IconButtons() {}

  /** Returns a button that runs an action and is enabled when the action is. */
  public static Button of(Action action) {
    Button button = new Button();
    style(button, action.icon(), action.name());
    LazyTooltips.install(button, action.name(), action.shortcut());
    button.setOnAction(event -> action.run());
    button.setDisable(!action.enabled().get());
    action.enabled().addListener((value, before, now) -> button.setDisable(!now));
    return button;
  }

  /** Gives a button the icon, style and accessible name, but no tooltip. */
  public static void style(ButtonBase button, Ikon icon, String name) {
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(name);
  }
}
