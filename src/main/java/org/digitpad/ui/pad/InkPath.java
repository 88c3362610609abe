package org.digitpad.ui.pad;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/** One stroke as a smooth curve, see {@link InkCurve}. */
public final class InkPath extends Path {
  private Stroke stroke = new Stroke(List.of());

  /** Number of elements up to the last point but one; a further point changes only what follows. */
  private int settled;

  public InkPath() {
    this("ink");
  }

  /**
   * @param styleClass gives the path its color
   */
  InkPath(String styleClass) {
    getStyleClass().add(styleClass);
    setFill(null);
    setStrokeLineCap(StrokeLineCap.ROUND);
    setStrokeLineJoin(StrokeLineJoin.ROUND);
    setSmooth(true);
  }

  /** Returns the stroke that is shown. */
  Stroke stroke() {
    return stroke;
  }

  /** Shows a stroke. A stroke that has grown costs no more than its new points. */
  public void show(Stroke next) {
    if (next == stroke) {
      return;
    }
    setStrokeWidth(next.penWidth());
    List<InkPoint> points = next.points();
    int shown = stroke.points().size();
    boolean grown = shown > 1 && points.size() > shown && isShown(points.subList(0, shown));
    stroke = next;
    if (!grown) {
      getElements().clear();
      settled = 0;
    }
    if (points.isEmpty()) {
      return;
    }
    List<PathElement> elements = new ArrayList<>();
    if (!grown) {
      elements.add(new MoveTo(points.get(0).x(), points.get(0).y()));
    } else {
      getElements().remove(settled, getElements().size());
    }
    int last = points.size() - 1;
    InkCurve.Lines lines = (x, y) -> elements.add(new LineTo(x, y));
    if (last > 0) {
      InkCurve.draw(points, grown ? shown - 2 : 0, last - 1, lines);
    }
    settled = getElements().size() + elements.size();
    InkCurve.draw(points, Math.max(0, last - 1), last, lines);
    getElements().addAll(elements);
  }

  /** Strokes only grow at their end, so the ends tell whether two begin with the same points. */
  private boolean isShown(List<InkPoint> beginning) {
    List<InkPoint> points = stroke.points();
    return points.get(0) == beginning.get(0)
        && points.get(points.size() - 1) == beginning.get(beginning.size() - 1);
  }
}
