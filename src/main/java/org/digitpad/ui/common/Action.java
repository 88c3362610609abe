package org.digitpad.ui.common;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
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
  public Action {
    keys = List.copyOf(keys);
  }

  /** The first shortcut, written as this platform does. */
  public String shortcut() {
    return keys.get(0).getDisplayText();
  }

  /** Runs the handler if the action is enabled. */
  public void run() {
    if (enabled.get()) {
      handler.run();
    }
  }
}
