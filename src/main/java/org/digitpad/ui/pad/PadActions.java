package org.digitpad.ui.pad;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.kordamp.ikonli.feather.Feather;

/**
 * The actions that choose a tool or change the drawing.
 *
 * @param pen chooses the pen
 * @param eraser chooses the eraser, or the pen if it is chosen
 * @param select chooses the selection tool, or the pen if it is chosen
 * @param selectAll selects all strokes
 * @param undo reverts the last change
 * @param redo repeats the change that was undone last
 * @param clear empties the canvas
 * @param delete removes the selection, and empties the canvas if there is none
 */
public record PadActions(
    Action pen,
    Action eraser,
    Action select,
    Action selectAll,
    Action undo,
    Action redo,
    Action clear,
    Action delete) {
  public static PadActions of(PadViewModel model) {
    List<KeyCombination> deleteKeys =
        List.of(new KeyCodeCombination(KeyCode.DELETE), new KeyCodeCombination(KeyCode.BACK_SPACE));
    ObservableBooleanValue always = new SimpleBooleanProperty(true);
    return new PadActions(
        new Action(
            Messages.get("ui.pad.pen"),
            Feather.EDIT_2,
            List.of(new KeyCodeCombination(KeyCode.P), new KeyCodeCombination(KeyCode.ESCAPE)),
            always,
            () -> model.setTool(Tool.PEN)),
        new Action(
            Messages.get("ui.pad.eraser"),
            // Feather has no eraser: the toolbar draws one
            Feather.DELETE,
            List.of(new KeyCodeCombination(KeyCode.E)),
            always,
            () -> model.toggleTool(Tool.ERASER)),
        new Action(
            Messages.get("ui.pad.select"),
            Feather.MOUSE_POINTER,
            List.of(new KeyCodeCombination(KeyCode.V)),
            always,
            () -> model.toggleTool(Tool.SELECT)),
        new Action(
            Messages.get("ui.pad.selectAll"),
            Feather.MAXIMIZE,
            List.of(new KeyCodeCombination(KeyCode.A, SHORTCUT_DOWN)),
            model.canClearProperty(),
            model::selectAll),
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
            deleteKeys,
            model.canClearProperty(),
            model::clear),
        new Action(
            Messages.get("ui.pad.delete"),
            Feather.TRASH_2,
            deleteKeys,
            model.canClearProperty(),
            model::delete));
  }

  /** The actions that have shortcuts of their own. */
  public List<Action> all() {
    return List.of(pen, eraser, select, selectAll, undo, redo, delete);
  }
}
