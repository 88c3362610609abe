package org.digitpad.ui.error;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.CopyButton;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells the latest unexpected error, until it is closed; hidden if there is none. */
public final class ErrorBar extends HBox {
  /**
   * @param errors the errors
   * @param onClose called after the bar is closed, to put the focus elsewhere
   */
  public ErrorBar(UnexpectedErrorsViewModel errors, Runnable onClose) {
    super(16);
    setId("error-bar");
    getStyleClass().add("error-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label sentence = FormControls.wrappingLabel("error");
    sentence.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    String copyName = Messages.get("ui.error.copy");
    Button copy = CopyButton.of("copy-error", copyName, errors::details);
    Button close = new Button();
    close.setId("close-error");
    String name = Messages.get("ui.common.dialog.close");
    IconButtons.style(close, Feather.X, name);
    LazyTooltips.install(close, name);
    close.setOnAction(
        event -> {
          errors.dismiss();
          onClose.run();
        });
    close.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(sentence, copy, close);
    Runnable show =
        () -> {
          String now = errors.messageProperty().get();
          sentence.setText(now);
          // of the bar, a screen reader stops only at the buttons
          copy.setAccessibleHelp(now);
          copy.setText(copyName);
          FormControls.setVisible(this, !now.isEmpty());
        };
    errors.messageProperty().addListener((property, before, now) -> show.run());
    show.run();
  }
}
