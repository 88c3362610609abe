package org.digitpad.ui.picture;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.digitpad.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Covers the window while a picture is dragged over it, and says that it can be dropped. */
final class DropSign extends StackPane {
  DropSign() {
    setId("drop-sign");
    getStyleClass().add("drop-sign");
    setMouseTransparent(true);
    Label text = new Label(Messages.get("ui.picture.drop"), new FontIcon(Feather.IMAGE));
    text.getStyleClass().add("drop-sign-text");
    getChildren().add(text);
  }
}
