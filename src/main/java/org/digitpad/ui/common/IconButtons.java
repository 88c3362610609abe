package org.digitpad.ui.common;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Flat buttons with an icon, whose name is in the tooltip and read out by screen readers. */
public final class IconButtons {
  private IconButtons() {}

  /** Returns a button that runs a command and is enabled when the command is. */
  public static Button of(Action command) {
    Button button = new Button();
    style(button, command.icon(), command.name());
    LazyTooltips.install(button, command.name(), command.shortcut());
    button.setOnAction(event -> command.run());
    button.setDisable(!command.enabled().get());
    command.enabled().addListener((value, before, now) -> button.setDisable(!now));
    return button;
  }

  /** Gives a button the icon, style and accessible name, but no tooltip. */
  public static void style(ButtonBase button, Ikon icon, String name) {
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(name);
  }
}
