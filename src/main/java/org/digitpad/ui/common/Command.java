package org.digitpad.ui.common;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something that people can do by a button and by the keyboard.
 *
 * @param name what it does, in a word or two
 * @param icon its picture
 * @param keys its shortcuts, the one to tell people first
 * @param enabled whether it can be done now
 * @param action does it
 */
public record Command(
    String name,
    Ikon icon,
    List<KeyCombination> keys,
    ObservableBooleanValue enabled,
    Runnable action) {
  public Command {
    keys = List.copyOf(keys);
  }

  /** The first shortcut as this platform writes it. */
  public String shortcut() {
    return keys.get(0).getDisplayText();
  }

  /** Runs the action if it can be done now. */
  public void run() {
    if (enabled.get()) {
      action.run();
    }
  }
}
