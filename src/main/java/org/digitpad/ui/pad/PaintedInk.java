package org.digitpad.ui.pad;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.jspecify.annotations.Nullable;

/** The oldest strokes of a large drawing, as pixels. */
final class PaintedInk extends Pane {
  // created when needed, as hardly any drawing is so large
  private @Nullable Canvas canvas;
  private @Nullable InkPath color;
  private List<Stroke> strokes = List.of();
  private int count;
  private Runnable onChange = () -> {};

  PaintedInk() {
    setMouseTransparent(true);
  }

  /**
   * @param action is run when the painted strokes became invalid
   */
  void setOnChange(Runnable action) {
    onChange = action;
  }

  /** Number of strokes that are painted, from the oldest on. */
  int count() {
    return count;
  }

  /**
   * Prepares to show strokes: removes what is painted unless they begin with it, in the same size.
   *
   * @return number of strokes that are painted
   */
  int reset(List<Stroke> next, double width, double height) {
    Canvas shown = canvas;
    boolean same =
        shown != null
            && shown.getWidth() == width
            && shown.getHeight() == height
            && beginsWithPainted(next);
    if (!same) {
      clear();
      resize(width, height);
    }
    strokes = next;
    return count;
  }

  private boolean beginsWithPainted(List<Stroke> next) {
    if (count > next.size()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (next.get(i) != strokes.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Paints further strokes, at most {@code limit}, until {@code target} are painted. */
  void paint(int target, int limit) {
    int end = Math.min(target, count + limit);
    if (end <= count) {
      return;
    }
    GraphicsContext context = graphics();
    while (count < end) {
      paint(strokes.get(count++), context);
    }
  }

  private void clear() {
    Canvas shown = canvas;
    if (shown != null && count > 0) {
      getChildren().remove(shown);
      canvas = null;
      onChange.run();
    }
    count = 0;
  }

  private GraphicsContext graphics() {
    Canvas target = canvas;
    if (target == null) {
      target = new Canvas(getWidth(), getHeight());
      canvas = target;
      getChildren().add(target);
    }
    GraphicsContext context = target.getGraphicsContext2D();
    context.setTransform(
        getWidth() / PadViewModel.SIDE, 0, 0, getHeight() / PadViewModel.SIDE, 0, 0);
    context.setStroke(inkColor());
    context.setLineCap(StrokeLineCap.ROUND);
    context.setLineJoin(StrokeLineJoin.ROUND);
    return context;
  }

  /** Returns the color that the stylesheet gives to ink. */
  private Paint inkColor() {
    InkPath path = color;
    if (path == null) {
      path = new InkPath();
      path.setVisible(false);
      getChildren().add(path);
      path.applyCss();
      path.strokeProperty().addListener(change -> clear());
      color = path;
    }
    return path.getStroke();
  }

  /** Paints the same curve as {@link InkPath}. */
  private static void paint(Stroke stroke, GraphicsContext context) {
    List<InkPoint> points = stroke.points();
    if (points.isEmpty()) {
      return;
    }
    context.setLineWidth(stroke.penWidth());
    context.beginPath();
    context.moveTo(points.get(0).x(), points.get(0).y());
    InkCurve.draw(points, 0, points.size() - 1, context::lineTo);
    context.stroke();
  }
}
