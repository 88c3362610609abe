package org.digitpad.ui.pad;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.kordamp.ikonli.feather.Feather;

/**
 * The actions that change the drawing.
 *
 * @param undo reverts the last change
 * @param redo repeats the change that was undone last
 * @param clear empties the canvas
 */
public record PadActions(Action undo, Action redo, Action clear) {
  public static PadActions of(PadViewModel model) {
    return new PadActions(
        new Action(
            Messages.get("ui.pad.undo"),
            Feather.ROTATE_CCW,
            List.of(new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN)),
            model.canUndoProperty(),
            model::undo),
        new Action(
            Messages.get("ui.pad.redo"),
            Feather.ROTATE_CW,
            List.of(
                new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN),
                new KeyCodeCombination(KeyCode.Y, SHORTCUT_DOWN)),
            model.canRedoProperty(),
            model::redo),
        new Action(
            Messages.get("ui.pad.clear"),
            Feather.TRASH_2,
            List.of(
                new KeyCodeCombination(KeyCode.DELETE), new KeyCodeCombination(KeyCode.BACK_SPACE)),
            model.canClearProperty(),
            model::clear));
  }

  public List<Action> all() {
    return List.of(undo, redo, clear);
  }
}
