package org.digitpad.ui.inside;

import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import org.digitpad.explain.Belief;
import org.digitpad.explain.NearestChange;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.RenderingSteps;
import org.digitpad.ink.Stroke;
import org.jspecify.annotations.Nullable;

/**
 * What the panel shows on the canvas itself: the rows of the step that is looked at, or a change
 * that flips the answer. It has the size of the canvas and leaves the pen alone.
 */
public final class InsideOverlay extends Pane {
  /** Space on both sides of the drawing that the rows cover, in units of the canvas. */
  private static final double MARGIN = 16;

  private final InsideViewModel model;
  private final Rectangle rows = new Rectangle();

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
    model.snapshotProperty().addListener((property, before, now) -> update());
    model.stepProperty().addListener((property, before, now) -> update());
    model.sectionProperty().addListener((property, before, now) -> update());
    model.openProperty().addListener((property, before, now) -> update());
    model.ghostProperty().addListener((property, before, now) -> update());
    widthProperty().addListener((property, before, now) -> update());
    update();
  }

  private void update() {
    getChildren().clear();
    if (!model.openProperty().get()) {
      return;
    }
    RenderingSteps rendering = model.snapshotProperty().get().rendering();
    Optional<Belief> belief = model.belief();
    if (model.sectionProperty().get() == Section.STEPS && rendering != null && belief.isPresent()) {
      showRows(rendering, belief.get());
    } else if (model.sectionProperty().get() == Section.CHANGE) {
      showGhost(model.ghostProperty().get());
    }
  }

  private void showRows(RenderingSteps rendering, Belief belief) {
    Extent x = Extent.of(rendering, true);
    Extent y = Extent.of(rendering, false);
    double fitted = Math.max(rendering.path().halfWidth(), rendering.path().halfHeight());
    double half = Math.max(x.half, y.half);
    if (fitted <= 0 || half <= 0) {
      return; // a dot
    }
    double units = half / fitted;
    double middle = DigitImage.SIDE / 2.0 + rendering.shift().y();
    double scale = getWidth() / CanvasContent.SIZE;
    double top = (y.middle + (belief.rows().first() - middle) * units) * scale;
    double bottom = (y.middle + (belief.rows().last() + 1 - middle) * units) * scale;
    double left = Math.max(0, (x.middle - x.half - MARGIN) * scale);
    double right = Math.min(getWidth(), (x.middle + x.half + MARGIN) * scale);
    double clippedTop = Math.max(0, top);
    rows.setX(left);
    rows.setY(clippedTop);
    rows.setWidth(right - left);
    rows.setHeight(Math.max(0, Math.min(getHeight(), bottom) - clippedTop));
    getChildren().add(rows);
  }

  private void showGhost(@Nullable NearestChange change) {
    if (change == null) {
      return;
    }
    double scale = getWidth() / CanvasContent.SIZE;
    for (Stroke stroke : change.drawing().strokes()) {
      Polyline line = new Polyline();
      line.getStyleClass().add("inside-ghost");
      for (InkPoint point : stroke.points()) {
        line.getPoints().addAll(point.x() * scale, point.y() * scale);
      }
      getChildren().add(line);
    }
  }

  /** Where the points of a drawing are, in one direction. */
  private record Extent(double middle, double half) {
    static Extent of(RenderingSteps rendering, boolean horizontal) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (Stroke stroke : rendering.drawing().strokes()) {
        for (InkPoint point : stroke.points()) {
          double at = horizontal ? point.x() : point.y();
          low = Math.min(low, at);
          high = Math.max(high, at);
        }
      }
      return new Extent((low + high) / 2, (high - low) / 2);
    }
  }
}
