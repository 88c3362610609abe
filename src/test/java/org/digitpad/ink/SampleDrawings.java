package org.digitpad.ink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Geometric drawings of digits on a canvas of 280×280 units, and the parts to make more of. */
public final class SampleDrawings {
  private SampleDrawings() {}

  /** Returns drawings of different shapes and numbers of strokes by name. */
  public static Map<String, Drawing> all() {
    Map<String, Drawing> drawings = new TreeMap<>();
    drawings.put("0", new Drawing(List.of(arc(140, 140, 60, 90, 0, 360))));
    drawings.put("1", drawing(line(140, 50, 140, 230)));
    drawings.put("2", drawing(line(80, 100, 140, 60, 190, 100, 80, 220, 200, 220)));
    drawings.put(
        "3", new Drawing(List.of(arc(130, 95, 50, 45, -150, 90), arc(130, 190, 60, 50, -90, 150))));
    drawings.put("4", drawing(line(150, 50, 70, 170, 210, 170), line(160, 100, 160, 240)));
    drawings.put("7", drawing(line(70, 60, 200, 60, 120, 230), line(110, 150, 190, 150)));
    drawings.put(
        "8", new Drawing(List.of(arc(140, 95, 40, 45, 90, 450), arc(140, 190, 55, 50, -90, 270))));
    drawings.put("slash", drawing(line(60, 230, 220, 60)));
    return drawings;
  }

  static Drawing drawing(Stroke... strokes) {
    return new Drawing(List.of(strokes));
  }

  /** Returns a stroke through the points x, y, x, y, …. */
  static Stroke line(double... coordinates) {
    List<InkPoint> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(new InkPoint(coordinates[i], coordinates[i + 1]));
    }
    return new Stroke(points);
  }

  /**
   * Returns an arc of an ellipse.
   *
   * @param from start in degrees, clockwise from the right
   * @param to end in degrees; less than the start for a counterclockwise arc
   */
  public static Stroke arc(
      double x, double y, double radiusX, double radiusY, double from, double to) {
    List<InkPoint> points = new ArrayList<>();
    int steps = (int) Math.ceil(Math.abs(to - from) / 10);
    for (int step = 0; step <= steps; step++) {
      double angle = StrictMath.toRadians(from + (to - from) * step / steps);
      points.add(
          new InkPoint(x + radiusX * StrictMath.cos(angle), y + radiusY * StrictMath.sin(angle)));
    }
    return new Stroke(points);
  }

  /** Returns a drawing with each point changed. */
  public static Drawing map(Drawing drawing, UnaryOperator<InkPoint> change) {
    return new Drawing(
        drawing.strokes().stream()
            .map(stroke -> new Stroke(stroke.points().stream().map(change).toList()))
            .toList(),
        drawing.penWidth());
  }

  /** Returns the same path with each segment split into equal parts, and some points doubled. */
  static Drawing resample(Drawing drawing, int parts) {
    return new Drawing(
        drawing.strokes().stream().map(stroke -> resample(stroke, parts)).toList(),
        drawing.penWidth());
  }

  private static Stroke resample(Stroke stroke, int parts) {
    List<InkPoint> points = new ArrayList<>();
    points.add(stroke.points().get(0));
    for (int i = 1; i < stroke.points().size(); i++) {
      InkPoint from = stroke.points().get(i - 1);
      InkPoint to = stroke.points().get(i);
      for (int part = 1; part <= parts; part++) {
        double share = (double) part / parts;
        points.add(
            new InkPoint(
                from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
      }
      points.add(to);
    }
    return new Stroke(points);
  }
}
