package org.digitpad.ink;

import java.util.List;

/**
 * Pen strokes, oldest first.
 *
 * @param strokes the strokes; none for a blank drawing
 */
public record Drawing(List<Stroke> strokes) {
  public static final Drawing BLANK = new Drawing(List.of());

  /** Copies the list of strokes, unless it is immutable. */
  public Drawing {
    strokes = AppendList.copyOf(strokes);
  }

  /**
   * Strokes that are all drawn with the same pen, whatever pen width they had.
   *
   * @throws IllegalArgumentException if the pen width is not positive and finite
   */
  public Drawing(List<Stroke> strokes, double penWidth) {
    this(withPenWidth(strokes, penWidth));
  }

  /** Returns the pen width of the widest stroke, or the default one if there is no stroke. */
  public double penWidth() {
    return strokes.stream().mapToDouble(Stroke::penWidth).max().orElse(Stroke.DEFAULT_PEN_WIDTH);
  }

  /** Returns whether no stroke has a point. */
  public boolean isBlank() {
    return strokes.stream().allMatch(stroke -> stroke.points().isEmpty());
  }

  private static List<Stroke> withPenWidth(List<Stroke> strokes, double penWidth) {
    Stroke.checkPenWidth(penWidth);
    return strokes.stream().map(stroke -> stroke.withPenWidth(penWidth)).toList();
  }
}
