package org.digitpad.ink;

import java.util.List;

/** A rectangle around the points of strokes, in their units. */
public record StrokeBounds(double left, double top, double right, double bottom) {
  /** Returns the bounds of strokes; empty, and so within all others, if they have no point. */
  public static StrokeBounds of(List<Stroke> strokes) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Stroke stroke : strokes) {
      for (InkPoint point : stroke.points()) {
        left = Math.min(left, point.x());
        top = Math.min(top, point.y());
        right = Math.max(right, point.x());
        bottom = Math.max(bottom, point.y());
      }
    }
    return new StrokeBounds(left, top, right, bottom);
  }

  /** Returns the bounds of the ink of strokes, whose pens reach beyond their points. */
  public static StrokeBounds ofInk(List<Stroke> strokes) {
    StrokeBounds all = of(List.of());
    for (Stroke stroke : strokes) {
      StrokeBounds points = of(List.of(stroke));
      double radius = stroke.penWidth() / 2;
      all =
          new StrokeBounds(
              Math.min(all.left, points.left - radius),
              Math.min(all.top, points.top - radius),
              Math.max(all.right, points.right + radius),
              Math.max(all.bottom, points.bottom + radius));
    }
    return all;
  }

  /** Returns the rectangle between two corners. */
  public static StrokeBounds between(InkPoint one, InkPoint other) {
    return of(List.of(new Stroke(List.of(one, other))));
  }

  public boolean contains(StrokeBounds other) {
    return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
  }

  public boolean contains(InkPoint point) {
    return left <= point.x() && top <= point.y() && right >= point.x() && bottom >= point.y();
  }

  /** Larger side. */
  public double side() {
    return Math.max(right - left, bottom - top);
  }

  /** The center, which does not overflow for the largest coordinates. */
  public InkPoint center() {
    return new InkPoint(left / 2 + right / 2, top / 2 + bottom / 2);
  }

  public double width() {
    return right - left;
  }

  public double height() {
    return bottom - top;
  }
}
