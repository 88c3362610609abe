package org.digitpad.ui;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;

/**
 * Keys that belong together in the dialog of shortcuts.
 *
 * @param title of the group
 * @param rows what the keys do
 */
record ShortcutGroup(String title, List<Row> rows) {
  ShortcutGroup {
    rows = List.copyOf(rows);
  }

  /**
   * @param name what the keys do
   * @param keys written as this platform does
   */
  record Row(String name, String keys) {}

  /** Returns a group with the shortcuts of actions. */
  static ShortcutGroup of(String title, Collection<Action> actions) {
    return new ShortcutGroup(title, actions.stream().map(ShortcutGroup::row).toList());
  }

  private static Row row(Action action) {
    String keys =
        action.keys().stream()
            .map(Action::displayText)
            .collect(Collectors.joining(Messages.get("ui.shortcuts.or")));
    return new Row(action.name(), keys);
  }

  /** Keys of the recent drawings, which work while their strip has the focus. */
  static ShortcutGroup recentDrawings() {
    return new ShortcutGroup(
        Messages.get("ui.drawings.recent"),
        List.of(
            hint("ui.drawings.cell.open", "ui.shortcuts.enter"),
            hint("ui.drawings.cell.remove", "ui.shortcuts.delete"),
            new Row(
                Messages.get("ui.drawings.restore"),
                Action.displayText(
                    new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN)))));
  }

  /** Keys that tell what a drawing is. */
  static ShortcutGroup labels() {
    return new ShortcutGroup(
        Messages.get("ui.shortcuts.label"),
        List.of(
            hint("ui.shortcuts.digit", "ui.shortcuts.digit.keys"),
            hint("ui.shortcuts.noDigit", "ui.shortcuts.noDigit.keys"),
            hint("ui.shortcuts.confirm", "ui.shortcuts.confirm.keys")));
  }

  /** What the arrow keys do, by what has the focus. */
  static ShortcutGroup arrows() {
    return new ShortcutGroup(
        Messages.get("ui.shortcuts.arrows"),
        List.of(
            hint("ui.shortcuts.chooseDigit", "ui.draw.digit.keys"),
            hint("ui.shortcuts.moveSelection", "ui.shortcuts.arrows.faster"),
            hint("ui.shortcuts.moveFrame", "ui.shortcuts.arrows.plain"),
            hint("ui.shortcuts.resizeFrame", "ui.shortcuts.arrows.shift")));
  }

  private static Row hint(String name, String keys) {
    return new Row(Messages.get(name), Messages.get(keys));
  }
}
