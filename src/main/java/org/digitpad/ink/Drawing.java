package org.digitpad.ink;

import java.util.List;

/**
 * Strokes on one sheet of paper, oldest first.
 *
 * @param strokes the strokes; none for a blank sheet
 * @param penWidth diameter of the round pen, in the units of the points, positive and finite
 */
public record Drawing(List<Stroke> strokes, double penWidth) {
  /** Pen width on the 280×280 pad for which nothing else was said. */
  public static final double DEFAULT_PEN_WIDTH = 16;

  public static final Drawing BLANK = new Drawing(List.of());

  /**
   * @throws IllegalArgumentException for a pen width that is not positive and finite
   */
  public Drawing {
    if (!(penWidth > 0) || !Double.isFinite(penWidth)) {
      throw new IllegalArgumentException(
          "A pen width must be positive and finite, got " + penWidth);
    }
    strokes = List.copyOf(strokes);
  }

  public Drawing(List<Stroke> strokes) {
    this(strokes, DEFAULT_PEN_WIDTH);
  }

  /** Whether no stroke has a point. */
  public boolean isBlank() {
    return strokes.stream().allMatch(stroke -> stroke.points().isEmpty());
  }
}
