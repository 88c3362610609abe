package org.digitpad.ui.common;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/**
 * A dialog within the window: a card on a backdrop that covers everything else. Escape, the close
 * button or a click on the backdrop closes it. While it is open, the rest of the window is
 * disabled, which keeps the focus inside; closing gives the focus back to the node that had it.
 */
public final class ModalDialog extends StackPane {
  private final Button closeButton = new Button();

  private ModalDialog(String title, Node content, Runnable close) {
    getStyleClass().add("modal-backdrop");
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(title);
    Label heading = new Label(title);
    heading.getStyleClass().add("modal-title");
    String closeName = Messages.get("ui.common.dialog.close");
    IconButtons.style(closeButton, Feather.X, closeName);
    LazyTooltips.install(
        closeButton, closeName, new KeyCodeCombination(KeyCode.ESCAPE).getDisplayText());
    closeButton.setOnAction(event -> close.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox top = new HBox(heading, space, closeButton);
    top.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(16, top, content);
    card.getStyleClass().add("modal-dialog");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(card);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getTarget() == this) {
            close.run();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
  }

  /**
   * Opens a dialog over a window.
   *
   * @param root the root of the scene; its first child is disabled meanwhile
   * @return a task that closes the dialog; a no-op if another dialog was already open
   */
  public static Runnable show(StackPane root, String title, Node content) {
    if (root.getChildren().size() > 1) {
      return () -> {};
    }
    Node below = root.getChildren().get(0);
    Node focused = root.getScene().getFocusOwner();
    Runnable close =
        () -> {
          root.getChildren().removeIf(child -> child instanceof ModalDialog);
          below.setDisable(false);
          if (focused != null) {
            focused.requestFocus();
          }
        };
    ModalDialog dialog = new ModalDialog(title, content, close);
    root.getChildren().add(dialog);
    below.setDisable(true);
    dialog.closeButton.requestFocus();
    return close;
  }
}
