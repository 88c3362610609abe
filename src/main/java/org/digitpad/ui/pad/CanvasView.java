package org.digitpad.ui.pad;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;

/**
 * The paper: the ink, or an invitation while there is none. Whoever lays it out keeps it square.
 */
public final class CanvasView extends StackPane {
  private final BackgroundLayer ground = new BackgroundLayer();
  private final InkLayer ink = new InkLayer();
  private final Label invitation = new Label("Draw a digit");

  /**
   * @param model what lies on it
   */
  public CanvasView(PadViewModel model) {
    setId("paper");
    getStyleClass().add("paper");
    setCursor(Cursor.CROSSHAIR);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    invitation.setId("invitation");
    invitation.getStyleClass().add("invitation");
    invitation.setMouseTransparent(true);
    getChildren().addAll(invitation, ground, ink);
    PenInput.attach(this, model);
    model.drawingProperty().addListener(change -> show(model.subject()));
    model.groundProperty().addListener(change -> show(model.subject()));
    show(model.subject());
  }

  private void show(CanvasContent subject) {
    Drawing drawing = subject.drawing();
    invitation.setVisible(subject.isBlank());
    setAccessibleText(
        subject.isBlank()
            ? "Paper, blank. Draw a digit with the mouse, a finger or a pen."
            : (subject.hasBackground() ? "Paper with a test digit" : "Paper")
                + ", strokes drawn: "
                + drawing.strokes().size());
    ground.show(subject.background());
    ink.show(drawing);
  }
}
