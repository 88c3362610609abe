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

  /** Shows a stroke. Does nothing if it is shown already. */
  void show(Stroke next) {
    if (next != stroke) {
      stroke = next;
      getElements().setAll(curve(next.points()));
    }
  }

  private static List<PathElement> curve(List<InkPoint> points) {
    List<PathElement> elements = new ArrayList<>(points.size() + 1);
    if (points.isEmpty()) {
      return elements;
    }
    InkPoint before = points.get(0);
    elements.add(new MoveTo(before.x(), before.y()));
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
