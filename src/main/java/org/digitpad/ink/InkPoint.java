package org.digitpad.ink;

/**
 * A point of a stroke. x runs right and y runs down, in any unit that the whole drawing shares.
 *
 * @param x distance from the left, finite
 * @param y distance from the top, finite
 */
public record InkPoint(double x, double y) {
  /**
   * Checks the coordinates.
   *
   * @throws IllegalArgumentException if a coordinate is infinite or not a number
   */
  public InkPoint {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException(
          "A point must have finite coordinates, got (" + x + ", " + y + ")");
    }
  }
}
