package org.digitpad.ui.drawings;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.kordamp.ikonli.feather.Feather;

/**
 * The actions that bring drawings in and out.
 *
 * @param open asks for a file and opens it
 * @param save asks for a file and saves the canvas
 * @param copy copies the canvas to the clipboard
 * @param paste puts what is on the clipboard on the canvas
 */
public record DrawingActions(Action open, Action save, Action copy, Action paste) {
  /**
   * @param owner returns a node of the window that the dialogs belong to
   */
  public static DrawingActions of(
      DrawingFilesViewModel files, DrawingClipboard clipboard, Supplier<Node> owner) {
    ObservableBooleanValue always = new SimpleBooleanProperty(true);
    return new DrawingActions(
        action(
            "ui.drawings.open",
            Feather.FOLDER,
            KeyCode.O,
            always,
            () -> DrawingDialogs.open(files, owner.get())),
        action(
            "ui.drawings.save",
            Feather.SAVE,
            KeyCode.S,
            files.canSaveProperty(),
            () -> DrawingDialogs.save(files, owner.get())),
        action(
            "ui.drawings.copy", Feather.COPY, KeyCode.C, files.canSaveProperty(), clipboard::copy),
        action("ui.drawings.paste", Feather.CLIPBOARD, KeyCode.V, always, clipboard::paste));
  }

  private static Action action(
      String name, Feather icon, KeyCode key, ObservableBooleanValue enabled, Runnable handler) {
    return new Action(
        Messages.get(name),
        icon,
        List.of(new KeyCodeCombination(key, SHORTCUT_DOWN)),
        enabled,
        handler);
  }

  public List<Action> all() {
    return List.of(open, save, copy, paste);
  }
}
