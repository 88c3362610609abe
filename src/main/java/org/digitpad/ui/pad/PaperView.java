package org.digitpad.ui.pad;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.digitpad.ink.Drawing;

/**
 * The paper: the ink, or an invitation while there is none. Whoever lays it out keeps it square.
 */
final class PaperView extends StackPane {
  private final InkLayer ink = new InkLayer();
  private final Label invitation = new Label("Draw a digit");

  PaperView(PadViewModel model) {
    setId("paper");
    getStyleClass().add("paper");
    setCursor(Cursor.CROSSHAIR);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    invitation.setId("invitation");
    invitation.getStyleClass().add("invitation");
    invitation.setMouseTransparent(true);
    getChildren().addAll(invitation, ink);
    PenInput.attach(this, model);
    model.drawingProperty().addListener((property, before, now) -> show(now));
    show(model.drawingProperty().get());
  }

  private void show(Drawing drawing) {
    invitation.setVisible(drawing.isBlank());
    setAccessibleText(
        drawing.isBlank()
            ? "Paper, blank. Draw a digit with the mouse, a finger or a pen."
            : "Paper, strokes drawn: " + drawing.strokes().size());
    ink.show(drawing);
  }
}
