package org.digitpad.data.strokes;

import org.digitpad.ink.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * A drawing with its metadata.
 *
 * @param label the digit that was meant, 0 to 9; null if unknown
 * @param group the person who drew it; null if unknown
 * @param drawing the strokes
 */
public record LabeledDrawing(@Nullable Integer label, @Nullable String group, Drawing drawing) {
  public LabeledDrawing {
    if (label != null && (label < 0 || label > 9)) {
      throw new IllegalArgumentException("a label must be a digit, got " + label);
    }
  }
}
