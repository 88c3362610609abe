package org.digitpad.ink;

import java.util.List;

/**
 * Pen strokes, oldest first.
 *
 * @param strokes the strokes; none for a blank drawing
 * @param penWidth diameter of the round pen in the units of the points, positive and finite
 */
public record Drawing(List<Stroke> strokes, double penWidth) {
  /** Default pen width on a canvas of 280×280 units. */
  public static final double DEFAULT_PEN_WIDTH = 16;

  public static final Drawing BLANK = new Drawing(List.of());

  /**
   * Copies the list of strokes, unless it is immutable.
   *
   * @throws IllegalArgumentException if the pen width is not positive and finite
   */
  public Drawing {
    if (!(penWidth > 0) || !Double.isFinite(penWidth)) {
      throw new IllegalArgumentException(
          "A pen width must be positive and finite, got " + penWidth);
    }
    strokes = AppendList.copyOf(strokes);
  }

  /** A drawing with the default pen width. */
  public Drawing(List<Stroke> strokes) {
    this(strokes, DEFAULT_PEN_WIDTH);
  }

  /** Returns whether no stroke has a point. */
  public boolean isBlank() {
    return strokes.stream().allMatch(stroke -> stroke.points().isEmpty());
  }
}
