package org.digitpad.ui.picture;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.kordamp.ikonli.feather.Feather;

/**
 * The actions of an open picture.
 *
 * @param use places the digits on the canvas
 * @param reset returns to the frames that were found
 * @param next shows the next one of several pictures
 * @param remove removes the selected frame
 * @param close returns to the canvas
 */
public record PictureActions(Action use, Action reset, Action next, Action remove, Action close) {
  public static PictureActions of(PictureViewModel model) {
    return new PictureActions(
        new Action(
            Messages.get("ui.picture.use"),
            Feather.EDIT_2,
            List.of(new KeyCodeCombination(KeyCode.ENTER)),
            model.canUseProperty(),
            model::use),
        new Action(
            Messages.get("ui.picture.reset"),
            Feather.MAXIMIZE,
            List.of(new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN)),
            model.canResetProperty(),
            model::reset),
        new Action(
            Messages.get("ui.picture.next"),
            Feather.CHEVRON_RIGHT,
            List.of(new KeyCodeCombination(KeyCode.PAGE_DOWN)),
            model.hasNextProperty(),
            model::next),
        new Action(
            Messages.get("ui.picture.remove"),
            Feather.TRASH_2,
            List.of(
                new KeyCodeCombination(KeyCode.DELETE), new KeyCodeCombination(KeyCode.BACK_SPACE)),
            new SimpleBooleanProperty(true),
            model::remove),
        new Action(
            Messages.get("ui.picture.close"),
            Feather.X,
            List.of(new KeyCodeCombination(KeyCode.ESCAPE)),
            new SimpleBooleanProperty(true),
            model::close));
  }

  /** All, in the order of a list. */
  public List<Action> all() {
    return List.of(use, reset, next, remove, close);
  }

  /** Those whose shortcuts work wherever the focus is. */
  List<Action> everywhere() {
    return List.of(reset, next, remove, close);
  }
}
