package org.digitpad.ui.pad;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;

/**
 * The canvas: background image and ink, or an invitation to draw while there is neither. Its parent
 * keeps it square.
 */
public final class CanvasView extends StackPane {
  private final BackgroundLayer background = new BackgroundLayer();
  private final InkLayer ink = new InkLayer();
  private final PadViewModel model;
  private final Label invitation = new Label(Messages.get("ui.pad.canvas.invitation"));
  private String blankDescription = Messages.get("ui.pad.canvas.blank");

  public CanvasView(PadViewModel model) {
    this.model = model;
    setId("canvas");
    getStyleClass().add("canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    invitation.setId("invitation");
    invitation.getStyleClass().add("invitation");
    invitation.setMouseTransparent(true);
    getChildren()
        .addAll(
            invitation,
            background,
            new SelectionLayer(model.select()),
            ink,
            new EraserCursor(this, model));
    PenInput.attach(this, model);
    model.drawingProperty().addListener(change -> show(model.content()));
    model.backgroundProperty().addListener(change -> show(model.content()));
    model.select().selectionProperty().addListener(change -> describe());
    show(model.content());
  }

  /** Sets what a blank canvas asks for, which screen readers say too. */
  public void setInvitation(String text) {
    invitation.setText(text);
    blankDescription = Messages.get("ui.pad.canvas.blankWith", Messages.part(text));
    describe();
  }

  private void show(CanvasContent content) {
    invitation.setVisible(content.isBlank());
    background.show(content.background());
    ink.show(content.drawing());
    describe();
  }

  private void describe() {
    setAccessibleText(
        description(model.content(), model.select().selectionProperty().get().size()));
  }

  private String description(CanvasContent content, int selected) {
    int strokes = content.drawing().strokes().size();
    if (content.isBlank()) {
      return blankDescription;
    }
    if (selected > 0) {
      return Messages.plural("ui.pad.canvas.selected", selected);
    }
    return content.hasBackground()
        ? Messages.plural("ui.pad.canvas.strokesOnDigit", strokes)
        : Messages.plural("ui.pad.canvas.strokes", strokes);
  }
}
