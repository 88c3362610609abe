package org.digitpad.ui.pad;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * One stroke as a smooth curve of quadratic Bézier segments. The segments join halfway between
 * successive points, which are the control points.
 */
final class InkPath extends Path {
  /** Length of the line for a stroke of one point: a line without length has no round caps. */
  static final double DOT_LENGTH = 0.01;

  private Stroke stroke = new Stroke(List.of());

  InkPath() {
    getStyleClass().add("ink");
    setFill(null);
    setStrokeLineCap(StrokeLineCap.ROUND);
    setStrokeLineJoin(StrokeLineJoin.ROUND);
    setSmooth(true);
  }

  /** Shows a stroke. A stroke that has grown costs no more than its new points. */
  void show(Stroke next) {
    if (next == stroke) {
      return;
    }
    List<InkPoint> points = next.points();
    int shown = stroke.points().size();
    boolean grown = shown > 0 && points.size() > shown && isShown(points.subList(0, shown));
    stroke = next;
    if (grown) {
      getElements().remove(getElements().size() - 1);
      getElements().addAll(curve(points.subList(shown - 1, points.size())));
    } else if (points.isEmpty()) {
      getElements().clear();
    } else {
      List<PathElement> elements = new ArrayList<>(points.size() + 1);
      elements.add(new MoveTo(points.get(0).x(), points.get(0).y()));
      elements.addAll(curve(points));
      getElements().setAll(elements);
    }
  }

  /** Strokes only grow at their end, so the ends tell whether two begin with the same points. */
  private boolean isShown(List<InkPoint> beginning) {
    List<InkPoint> points = stroke.points();
    return points.get(0) == beginning.get(0)
        && points.get(points.size() - 1) == beginning.get(beginning.size() - 1);
  }

  /** Returns the curve from a point, where the path is, through the others. */
  private static List<PathElement> curve(List<InkPoint> points) {
    List<PathElement> elements = new ArrayList<>(points.size());
    InkPoint before = points.get(0);
    for (InkPoint point : points.subList(1, points.size())) {
      double middleX = (before.x() + point.x()) / 2;
      double middleY = (before.y() + point.y()) / 2;
      elements.add(new QuadCurveTo(before.x(), before.y(), middleX, middleY));
      before = point;
    }
    elements.add(new LineTo(before.x() + (points.size() == 1 ? DOT_LENGTH : 0), before.y()));
    return elements;
  }
}
