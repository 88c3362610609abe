package org.digitpad.ui.picture;

import java.io.File;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.OpenFileDialog;
import org.kordamp.ikonli.feather.Feather;

/** The ways by which pictures come in: a dialog, the clipboard, and drag and drop. */
public final class PictureInput {
  private static final String[] PATTERNS = {
    "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.PNG", "*.JPG", "*.JPEG", "*.GIF", "*.BMP"
  };

  private final PictureViewModel model;
  private final Node view;
  private final Action open;
  private final Action paste;

  /**
   * @param view where pictures are shown
   */
  public PictureInput(PictureViewModel model, Node view) {
    this.model = model;
    this.view = view;
    open = action("ui.picture.open", Feather.IMAGE, KeyCode.O, this::chooseFile);
    paste = action("ui.picture.paste", Feather.CLIPBOARD, KeyCode.V, this::paste);
  }

  /** The actions, whose shortcuts work where pictures are shown. */
  public List<Action> actions() {
    return List.of(open, paste);
  }

  private static Action action(String nameKey, Feather icon, KeyCode key, Runnable handler) {
    return new Action(
        Messages.get(nameKey),
        icon,
        List.of(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN)),
        new SimpleBooleanProperty(true),
        handler);
  }

  /**
   * Accepts pictures that are dropped anywhere on a window, and gives the keys to an open picture.
   *
   * @param root the root of the window, which shows a sign while a picture is dragged over it
   * @param showPictures shows the place where pictures are shown
   * @param arePicturesShown whether this place is shown, with nothing over it
   * @param hidden actions of this place whose shortcuts do nothing while a picture is open
   */
  public void attach(
      StackPane root,
      Runnable showPictures,
      BooleanSupplier arePicturesShown,
      List<Action> hidden) {
    DropSign sign = new DropSign();
    root.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          // with a dialog in front, what is below it stays as it is
          boolean free = !root.getChildren().get(0).isDisabled();
          if (free && holdsPicture(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!root.getChildren().contains(sign)) {
              root.getChildren().add(sign);
            }
          }
          event.consume();
        });
    root.addEventHandler(DragEvent.DRAG_EXITED, event -> root.getChildren().remove(sign));
    root.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          root.getChildren().remove(sign);
          boolean taken = take(event.getDragboard());
          if (taken) {
            root.getScene().getWindow().requestFocus();
            showPictures.run();
          }
          event.setDropCompleted(taken);
          event.consume();
        });
    List<Action> own = PictureActions.of(model).everywhere();
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (model.isOpen() && arePicturesShown.getAsBoolean()) {
            press(event, own, hidden);
          }
        });
  }

  private static void press(KeyEvent event, List<Action> own, List<Action> hidden) {
    for (Action action : own) {
      if (action.keys().stream().anyMatch(keys -> keys.match(event))) {
        action.run();
        event.consume();
        return;
      }
    }
    if (hidden.stream().flatMap(each -> each.keys().stream()).anyMatch(keys -> keys.match(event))) {
      event.consume();
    }
  }

  private void chooseFile() {
    File file =
        OpenFileDialog.ask(
            view,
            Messages.get("ui.picture.open.title"),
            Messages.get("ui.picture.open.kind"),
            PATTERNS);
    if (file != null) {
      model.open(file.toPath());
    }
  }

  private void paste() {
    take(Clipboard.getSystemClipboard());
  }

  private static boolean holdsPicture(Clipboard clipboard) {
    return clipboard.hasFiles() || clipboard.hasImage();
  }

  /** Opens what a clipboard holds: files, as they say more than an image of them, or an image. */
  private boolean take(Clipboard clipboard) {
    if (clipboard.hasFiles()) {
      model.open(clipboard.getFiles().stream().map(File::toPath).toList());
      return true;
    }
    Image image = clipboard.hasImage() ? clipboard.getImage() : null;
    if (image == null || image.isError() || image.getWidth() < 1 || image.getHeight() < 1) {
      return false;
    }
    model.paste(new FxPixels(image));
    return true;
  }
}
