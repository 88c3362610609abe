package org.digitpad.ui.common;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Quiet buttons that show a picture, say their name to screen readers and tell it on hover. */
public final class IconButtons {
  private IconButtons() {}

  /** A button for a command, enabled when that is. */
  public static Button of(Command command) {
    Button button = new Button();
    dress(button, command.icon(), command.name());
    LazyTooltips.tell(button, command.name() + "  (" + command.shortcut() + ")");
    button.setOnAction(event -> command.run());
    button.setDisable(!command.enabled().get());
    command.enabled().addListener((value, before, now) -> button.setDisable(!now));
    return button;
  }

  /** Makes any button one of this kind, but for the tooltip. */
  public static void dress(ButtonBase button, Ikon icon, String name) {
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(name);
  }
}
