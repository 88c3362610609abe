package org.digitpad.ui.mydrawings;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.AfterFirstFrame;
import org.digitpad.ui.common.LazyTooltips;

/**
 * A row of buttons, one for each digit and one for none: a click says what was drawn. The button of
 * the label that the drawing is kept with is pressed. Its buttons come after the first frame.
 */
public final class CorrectionRow extends HBox {
  /** Height of the row, in pixels. */
  public static final double HEIGHT = 28;

  private static final double DISABLED_OPACITY = 0.4;

  private final CorrectionViewModel model;
  private final Label lead = new Label(Messages.get("ui.mydrawings.correct"));

  public CorrectionRow(CorrectionViewModel model) {
    this.model = model;
    setId("correction");
    getStyleClass().add("correction-row");
    setAlignment(Pos.CENTER_LEFT);
    lead.getStyleClass().add("muted");
    lead.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(lead);
    AfterFirstFrame.then(this::create);
  }

  private void create() {
    for (int label = 0; label < MyDrawing.LABELS; label++) {
      getChildren().add(button(label));
    }
    model.stateProperty().addListener((property, before, now) -> show());
    model.keptProperty().addListener((property, before, now) -> show());
    LazyTooltips.install(lead, Messages.get("ui.mydrawings.correct.tooltip"));
    show();
  }

  private ToggleButton button(int label) {
    boolean digit = label != MyDrawing.NO_DIGIT;
    ToggleButton button =
        new ToggleButton(
            digit ? String.valueOf(label) : Messages.get("ui.mydrawings.correct.noDigit"));
    button.setId("its-" + (digit ? String.valueOf(label) : "no-digit"));
    button.getStyleClass().setAll("correction-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    String name =
        digit
            ? Messages.get("ui.mydrawings.correct.digit", label)
            : Messages.get("ui.mydrawings.correct.noDigit.name");
    button.setAccessibleText(name);
    LazyTooltips.install(
        button,
        name,
        digit ? String.valueOf(label) : Messages.get("ui.mydrawings.correct.noDigit.key"));
    button.setOnAction(
        event -> {
          model.correct(label);
          // it is pressed if the drawing is kept so, whatever the click did
          show();
        });
    return button;
  }

  private void show() {
    boolean possible = model.stateProperty().get() == CorrectionViewModel.State.POSSIBLE;
    for (int label = 0; label < MyDrawing.LABELS; label++) {
      ToggleButton button = (ToggleButton) getChildren().get(label + 1);
      button.setDisable(!possible);
      button.setOpacity(possible ? 1 : DISABLED_OPACITY);
      button.setSelected(model.keptProperty().get() == label);
    }
  }

  /** Handles the keys that say what was drawn: a digit, N for none, and Enter for the answer. */
  public void keyTyped(KeyEvent event) {
    String typed = event.getCharacter();
    if (event.isConsumed() || event.isShortcutDown() || event.isAltDown() || typed.length() != 1) {
      return;
    }
    char key = typed.charAt(0);
    if (key >= '0' && key <= '9') {
      model.correct(key - '0');
      event.consume();
    } else if (typed.equalsIgnoreCase(Messages.get("ui.mydrawings.correct.noDigit.key"))) {
      model.correct(MyDrawing.NO_DIGIT);
      event.consume();
    }
  }

  /** Confirms the answer with Enter on the canvas. */
  public void keyPressed(KeyEvent event) {
    if (!event.isConsumed()
        && event.getCode() == KeyCode.ENTER
        && !event.isShortcutDown()
        && !event.isShiftDown()
        && !event.isAltDown()) {
      model.confirm();
      event.consume();
    }
  }
}
