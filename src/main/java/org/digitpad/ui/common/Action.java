package org.digitpad.ui.common;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.digitpad.i18n.Messages;
import org.kordamp.ikonli.Ikon;

/**
 * An action with a button and keyboard shortcuts.
 *
 * @param name label of one or two words
 * @param icon icon of its button
 * @param keys keyboard shortcuts; the first one is shown in tooltips
 * @param enabled whether the action is possible at present
 * @param handler what it does
 */
public record Action(
    String name,
    Ikon icon,
    List<KeyCombination> keys,
    ObservableBooleanValue enabled,
    Runnable handler) {
  /** Keys that JavaFX names otherwise than keyboards do. */
  private static final Map<KeyCode, String> NAMES =
      Map.of(KeyCode.BACK_SPACE, "ui.common.key.backspace", KeyCode.ENTER, "ui.common.key.enter");

  public Action {
    keys = List.copyOf(keys);
  }

  /** The first shortcut, written as this platform does. */
  public String shortcut() {
    return displayText(keys.get(0));
  }

  /** Returns a shortcut as this platform writes it, with the usual names of all keys. */
  public static String displayText(KeyCombination keys) {
    if (keys instanceof KeyCodeCombination combination) {
      String name = NAMES.get(combination.getCode());
      if (name != null) {
        String text = keys.getDisplayText();
        // the code comes last, by its symbol or its name
        String own = new KeyCodeCombination(combination.getCode()).getDisplayText();
        return text.substring(0, text.length() - own.length()) + Messages.get(name);
      }
    }
    return keys.getDisplayText();
  }

  /** Runs the handler if the action is enabled. */
  public void run() {
    if (enabled.get()) {
      handler.run();
    }
  }
}
