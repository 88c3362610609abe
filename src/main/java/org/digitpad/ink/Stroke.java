package org.digitpad.ink;

import java.util.List;

/**
 * The path of the pen between touching the surface and leaving it.
 *
 * @param points the positions of the pen in the order of time; a single point is a dot
 * @param penWidth diameter of the round pen in the units of the points, positive and finite
 */
public record Stroke(List<InkPoint> points, double penWidth) {
  /** Default pen width on a canvas of 280×280 units. */
  public static final double DEFAULT_PEN_WIDTH = 16;

  /**
   * Copies the list of points, unless it is immutable.
   *
   * @throws IllegalArgumentException if the pen width is not positive and finite
   */
  public Stroke {
    checkPenWidth(penWidth);
    points = AppendList.copyOf(points);
  }

  /** A stroke with the default pen width. */
  public Stroke(List<InkPoint> points) {
    this(points, DEFAULT_PEN_WIDTH);
  }

  /** Returns the same path with another pen width. */
  Stroke withPenWidth(double width) {
    return width == penWidth ? this : new Stroke(points, width);
  }

  static void checkPenWidth(double penWidth) {
    if (!(penWidth > 0) || !Double.isFinite(penWidth)) {
      throw new IllegalArgumentException(
          "A pen width must be positive and finite, got " + penWidth);
    }
  }
}
