package org.digitpad.recognize.sequence;

import org.digitpad.ink.InkPoint;

/**
 * The smallest rectangle around points, without the width of the pen, in their units.
 *
 * @param x left edge
 * @param y upper edge; y runs down
 * @param width at least 0
 * @param height at least 0
 */
public record BoundingBox(double x, double y, double width, double height) {
  static final BoundingBox EMPTY = new BoundingBox(0, 0, 0, 0);

  /** Returns the box of points, {@link #EMPTY} for none. */
  static BoundingBox of(Iterable<InkPoint> points) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (InkPoint point : points) {
      left = Math.min(left, point.x());
      right = Math.max(right, point.x());
      top = Math.min(top, point.y());
      bottom = Math.max(bottom, point.y());
    }
    return left > right ? EMPTY : new BoundingBox(left, top, right - left, bottom - top);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  double centerX() {
    return x + width / 2;
  }

  BoundingBox union(BoundingBox other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new BoundingBox(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /** Distance between the x ranges of two boxes; negative where they overlap. */
  public double gap(BoundingBox other) {
    return Math.max(x, other.x) - Math.min(right(), other.right());
  }
}
