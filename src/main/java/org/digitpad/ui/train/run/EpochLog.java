package org.digitpad.ui.train.run;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;

/** The finished epochs as text, one line each, below their name. */
public final class EpochLog extends VBox {
  private final TextArea text = new TextArea();

  public EpochLog(ObservableValue<EpochHistory> history) {
    super(4);
    Label name = new Label(Messages.get("ui.train.run.epochLog"));
    name.getStyleClass().add("muted");
    name.setLabelFor(text);
    text.setId("epoch-log");
    text.getStyleClass().add("epoch-log");
    text.setEditable(false);
    text.setPrefRowCount(1);
    text.setPromptText(Messages.get("ui.train.run.epochLogPrompt"));
    VBox.setVgrow(text, Priority.ALWAYS);
    getChildren().addAll(name, text);
    history.addListener((property, before, now) -> show(now.log()));
    show(history.getValue().log());
  }

  /** Appends where it can, which keeps the scroll position and the selection. */
  private void show(String log) {
    String shown = text.getText();
    if (log.startsWith(shown) && !shown.isEmpty()) {
      text.appendText(log.substring(shown.length()));
    } else {
      text.setText(log);
    }
  }
}
