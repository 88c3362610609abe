package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * The variation of the movement that leaves the shape of a drawing as it is: the direction of each
 * stroke, the order of the strokes, and where the pen is lifted. People write a digit in more ways
 * than the writing styles list.
 */
final class StrokeVariation {
  private static final double REVERSED = 0.12;
  private static final double REORDERED = 0.2;
  private static final double CUT = 0.03;

  /** Fewer points would leave a part without a direction. */
  private static final int MIN_POINTS_TO_CUT = 7;

  private StrokeVariation() {}

  /** Returns the drawing in another movement, or in the same. */
  static Drawing vary(Drawing drawing, PortableRandom random) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = new ArrayList<>(stroke.points());
      if (random.chance(REVERSED)) {
        Collections.reverse(points);
      }
      int size = points.size();
      if (size >= MIN_POINTS_TO_CUT && random.chance(CUT)) {
        int cut = (int) random.uniform(0.2 * size, 0.8 * size);
        strokes.add(new Stroke(points.subList(0, cut + 1)));
        points = points.subList(cut, size);
      }
      strokes.add(new Stroke(points));
    }
    if (strokes.size() > 1 && random.chance(REORDERED)) {
      // Fisher-Yates shuffle
      for (int i = strokes.size() - 1; i > 0; i--) {
        Collections.swap(strokes, i, (int) random.uniform(0, i + 1));
      }
    }
    return new Drawing(strokes, drawing.penWidth());
  }
}
