package org.digitpad.ui.pad;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Command;
import org.kordamp.ikonli.feather.Feather;

/**
 * The commands that change the drawing.
 *
 * @param undo reverts the last change
 * @param redo repeats the change that was undone last
 * @param clear empties the canvas
 */
public record PadCommands(Command undo, Command redo, Command clear) {
  public static PadCommands of(PadViewModel model) {
    return new PadCommands(
        new Command(
            Messages.get("ui.pad.undo"),
            Feather.ROTATE_CCW,
            List.of(new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN)),
            model.canUndoProperty(),
            model::undo),
        new Command(
            Messages.get("ui.pad.redo"),
            Feather.ROTATE_CW,
            List.of(
                new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN),
                new KeyCodeCombination(KeyCode.Y, SHORTCUT_DOWN)),
            model.canRedoProperty(),
            model::redo),
        new Command(
            Messages.get("ui.pad.clear"),
            Feather.TRASH_2,
            List.of(
                new KeyCodeCombination(KeyCode.DELETE), new KeyCodeCombination(KeyCode.BACK_SPACE)),
            model.canClearProperty(),
            model::clear));
  }

  public List<Command> all() {
    return List.of(undo, redo, clear);
  }
}
