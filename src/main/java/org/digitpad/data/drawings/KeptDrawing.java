package org.digitpad.data.drawings;

import java.util.regex.Pattern;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Stroke;

/**
 * A drawing that is kept.
 *
 * @param drawing the strokes, in units of a canvas of 280×280
 * @param reading the digits that it was read as; empty if unknown or none
 */
public record KeptDrawing(Drawing drawing, String reading) {
  /** Digits that are read of one drawing, at most. */
  private static final int MAX_READING = 20;

  private static final Pattern READING = Pattern.compile("[0-9]{0," + MAX_READING + "}");

  /** What a stroke counts in points, by the memory that it takes. */
  private static final int STROKE_SIZE = 2;

  /**
   * @throws IllegalArgumentException if the reading has other characters than digits, or too many
   */
  public KeptDrawing {
    if (!READING.matcher(reading).matches()) {
      throw new IllegalArgumentException("not the digits of a drawing: " + reading);
    }
  }

  /** What the drawing takes, in points. */
  int size() {
    int size = 0;
    for (Stroke stroke : drawing.strokes()) {
      size += STROKE_SIZE + stroke.points().size();
    }
    return size;
  }

  /** Whether this drawing begins with all strokes of another one, or has the same strokes. */
  boolean continues(KeptDrawing other) {
    int strokes = other.drawing.strokes().size();
    return strokes <= drawing.strokes().size()
        && drawing.strokes().subList(0, strokes).equals(other.drawing.strokes());
  }
}
