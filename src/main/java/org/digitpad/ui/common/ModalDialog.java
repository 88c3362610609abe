package org.digitpad.ui.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A card over the window, with its backdrop. Escape, its button or a click beside it close it; the
 * keyboard stays within meanwhile and then goes back to where it was.
 */
public final class ModalDialog extends StackPane {
  private final Button close = new Button();
  private final VBox card;

  private ModalDialog(String title, Node content, Runnable whenClosed) {
    getStyleClass().add("sheet-backdrop");
    Label heading = new Label(title);
    heading.getStyleClass().add("sheet-title");
    IconButtons.dress(close, Feather.X, "Close");
    LazyTooltips.tell(close, "Close  (Esc)");
    close.setOnAction(event -> whenClosed.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox top = new HBox(heading, space, close);
    top.setAlignment(Pos.CENTER_LEFT);
    card = new VBox(16, top, content);
    card.getStyleClass().add("sheet");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(card);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getTarget() == this) {
            whenClosed.run();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            whenClosed.run();
            event.consume();
          }
        });
  }

  /**
   * Lays a sheet over a window.
   *
   * @param root the window's root; its first child is what lies below
   * @return closes the sheet; does nothing if another one was there already
   */
  public static Runnable show(StackPane root, String title, Node content) {
    if (root.getChildren().size() > 1) {
      return () -> {};
    }
    Node below = root.getChildren().get(0);
    Node focused = root.getScene().getFocusOwner();
    Runnable closing =
        () -> {
          root.getChildren().removeIf(child -> child instanceof ModalDialog);
          below.setDisable(false);
          if (focused != null) {
            focused.requestFocus();
          }
        };
    ModalDialog sheet = new ModalDialog(title, content, closing);
    root.getChildren().add(sheet);
    below.setDisable(true);
    sheet.close.requestFocus();
    return closing;
  }
}
