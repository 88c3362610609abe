package org.digitpad.ui.pad;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitpad.ui.common.Action;
import org.digitpad.ui.common.IconButtons;

/**
 * The toolbar of the canvas: undo, redo, clear and the tools on the left, the width and what a tab
 * adds on the right.
 */
public final class PadToolbar extends HBox {
  /** In less space, Clear has no text. */
  private static final double TEXT_WIDTH = 400;

  /**
   * @param more controls at the right end
   */
  public PadToolbar(PadViewModel model, PadActions actions, Node... more) {
    super(8);
    getStyleClass().add("pad-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    WidthPane width = new WidthPane(model);
    HBox.setHgrow(width, Priority.ALWAYS);
    getChildren()
        .addAll(
            new HBox(button(actions.undo(), "undo"), button(actions.redo(), "redo")),
            clear(actions.clear()),
            new ToolButtons(model, actions),
            width);
    getChildren().addAll(more);
  }

  private static Button button(Action action, String id) {
    Button button = IconButtons.of(action);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Button clear(Action action) {
    Button button = button(action, "clear");
    button.setText(action.name());
    Runnable fit =
        () -> {
          boolean text = getWidth() >= TEXT_WIDTH;
          button.setContentDisplay(text ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
          button.getStyleClass().remove(Styles.BUTTON_ICON);
          if (!text) {
            button.getStyleClass().add(Styles.BUTTON_ICON);
          }
        };
    widthProperty().addListener(change -> fit.run());
    fit.run();
    return button;
  }
}
