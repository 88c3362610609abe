package org.digitpad.ui.inside;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.RenderingSteps;
import org.digitpad.ink.StrokeBounds;
import org.digitpad.nn.arch.StepRange;

/**
 * What the view that is shown marks on the canvas itself: rows, the ink in colors, or a change that
 * flips the answer. It has the size of the canvas and leaves the pen alone. It is updated at most
 * once a frame.
 */
public final class InsideOverlay extends Pane {
  /** Space on both sides of the drawing that the rows cover, in units of the canvas. */
  private static final double MARGIN = 16;

  private final InsideViewModel model;
  private final Rectangle rows = new Rectangle();
  private final InkColoring ink = new InkColoring();
  private final GhostMark ghost = new GhostMark();

  public InsideOverlay(InsideViewModel model) {
    this.model = model;
    setId("inside-overlay");
    setMouseTransparent(true);
    setManaged(false);
    rows.getStyleClass().add("inside-rows");
    rows.setManaged(false);
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    getChildren().addAll(ink, rows, ghost);
    model.snapshotProperty().addListener((property, before, now) -> requestLayout());
    model.paperMarkProperty().addListener((property, before, now) -> requestLayout());
    model.openProperty().addListener((property, before, now) -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    Snapshot snapshot = model.snapshotProperty().get();
    RenderingSteps rendering = snapshot.rendering();
    PaperMark mark =
        model.openProperty().get() && rendering != null && rendering.isPlaced()
            ? model.paperMarkProperty().get()
            : null;
    double scale = getWidth() / CanvasContent.SIZE;
    rows.setVisible(mark instanceof PaperMark.Rows);
    ink.setVisible(mark instanceof PaperMark.Ink);
    ghost.setVisible(mark instanceof PaperMark.Ghost);
    if (rendering == null) {
      return;
    }
    if (mark instanceof PaperMark.Rows shown) {
      place(shown.range(), rendering, scale);
    } else if (mark instanceof PaperMark.Ink shown) {
      ink.show(rendering, shown.rows(), scale);
    } else if (mark instanceof PaperMark.Ghost shown) {
      ghost.resizeRelocate(0, 0, getWidth(), getHeight());
      ghost.show(shown.change(), rendering.drawing());
    }
  }

  private void place(StepRange range, RenderingSteps rendering, double scale) {
    StrokeBounds ink = StrokeBounds.of(rendering.drawing().strokes());
    double left = Math.max(0, (ink.left() - MARGIN) * scale);
    double right = Math.min(getWidth(), (ink.right() + MARGIN) * scale);
    double top = Math.max(0, rendering.drawingY(range.first()) * scale);
    double bottom = Math.min(getHeight(), rendering.drawingY(range.last() + 1.0) * scale);
    rows.setX(left);
    rows.setY(top);
    rows.setWidth(Math.max(0, right - left));
    rows.setHeight(Math.max(0, bottom - top));
  }
}
