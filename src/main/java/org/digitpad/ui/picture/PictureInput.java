package org.digitpad.ui.picture;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.digitpad.ui.common.Action;

/** Pictures that are dropped or pasted, and the keys of an open picture. */
public final class PictureInput {
  private final PictureViewModel model;
  private final Consumer<List<Path>> files;

  /**
   * @param files opens files that are dropped, pictures or others
   */
  public PictureInput(PictureViewModel model, Consumer<List<Path>> files) {
    this.model = model;
    this.files = files;
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

  /** Opens an image from the clipboard. */
  public void paste(Image image) {
    if (!image.isError() && image.getWidth() >= 1 && image.getHeight() >= 1) {
      model.paste(new FxPixels(image));
    }
  }

  private static boolean holdsPicture(Dragboard dragged) {
    return dragged.hasFiles() || dragged.hasImage();
  }

  /** Opens what is dropped: files, as they say more than an image of them, or an image. */
  private boolean take(Dragboard dragged) {
    if (dragged.hasFiles()) {
      files.accept(dragged.getFiles().stream().map(File::toPath).toList());
      return true;
    }
    Image image = dragged.hasImage() ? dragged.getImage() : null;
    if (image != null) {
      paste(image);
    }
    return image != null;
  }
}
