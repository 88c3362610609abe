package org.digitpad.ui.common;

import atlantafx.base.theme.Styles;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A button for what cannot be undone: it asks first, in its own place, and acts when it is used
 * once more. A double-click counts as one use. Escape, or moving the focus away, takes the question
 * back.
 */
public final class ConfirmButton extends Button {
  private final String name;
  private final String question;
  private boolean asking;

  /**
   * @param name text of the button
   * @param question text while it asks
   * @param action what it does in the end
   */
  public ConfirmButton(String name, String question, Runnable action) {
    super(name);
    this.name = name;
    this.question = question;
    setMinWidth(USE_PREF_SIZE);
    setOnAction(
        event -> {
          if (asking) {
            ask(false);
            action.run();
          } else {
            ask(true);
          }
        });
    ignoreDoubleClicks(this, () -> asking);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (asking && event.getCode() == KeyCode.ESCAPE) {
            ask(false);
            event.consume();
          }
        });
    focusedProperty().addListener((property, before, focused) -> ask(asking && focused));
  }

  /**
   * Ignores the second click of a double-click.
   *
   * @param asking whether the button confirms something at the moment
   */
  public static void ignoreDoubleClicks(Button button, BooleanSupplier asking) {
    button.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          if (asking.getAsBoolean() && event.getClickCount() > 1) {
            event.consume();
            button.disarm();
          }
        });
  }

  /** Takes the question back. */
  public void reset() {
    ask(false);
  }

  private void ask(boolean now) {
    if (now == asking) {
      return;
    }
    asking = now;
    setText(now ? question : name);
    if (now) {
      getStyleClass().add(Styles.DANGER);
    } else {
      getStyleClass().remove(Styles.DANGER);
    }
  }
}
