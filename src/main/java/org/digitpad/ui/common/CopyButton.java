package org.digitpad.ui.common;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;
import org.digitpad.i18n.Messages;

/** A button that copies text to the clipboard, and says so afterwards. */
public final class CopyButton {
  private CopyButton() {}

  /**
   * @param id of the button
   * @param name what it says before
   * @param text returns what it copies
   */
  public static Button of(String id, String name, Supplier<String> text) {
    Button button = new Button(name);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        event -> {
          Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.get()));
          button.setText(Messages.get("ui.common.copied"));
        });
    return button;
  }
}
