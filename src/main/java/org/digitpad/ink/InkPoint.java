package org.digitpad.ink;

/**
 * A place on the paper. x runs right and y runs down, in any unit that a whole drawing shares.
 *
 * @param x distance from the left, finite
 * @param y distance from the top, finite
 */
public record InkPoint(double x, double y) {
  /**
   * @throws IllegalArgumentException for a coordinate that is infinite or not a number
   */
  public InkPoint {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException(
          "A point must have finite coordinates, got (" + x + ", " + y + ")");
    }
  }
}
