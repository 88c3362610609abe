package org.digitpad.ui.train.run;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextArea;
import org.digitpad.i18n.Messages;

/** The finished epochs as text, one line each. */
public final class EpochLog extends TextArea {
  public EpochLog(ObservableValue<EpochHistory> history) {
    setId("epoch-log");
    getStyleClass().add("epoch-log");
    setEditable(false);
    setPrefRowCount(10);
    setPromptText(Messages.get("ui.train.run.epochLogPrompt"));
    setAccessibleText(Messages.get("ui.train.run.epochLog"));
    history.addListener((property, before, now) -> show(now.log()));
    show(history.getValue().log());
  }

  /** Appends where it can, which keeps the scroll position and the selection. */
  private void show(String log) {
    String shown = getText();
    if (log.startsWith(shown) && !shown.isEmpty()) {
      appendText(log.substring(shown.length()));
    } else {
      setText(log);
    }
  }
}
