package org.digitpad.ink.scan;

import org.digitpad.ink.FittedPath;
import org.digitpad.ink.InkGrid;

/**
 * The thickness of the strokes in a picture. Ballpoint digits are thinner, relative to their size,
 * than any in MNIST; networks trained on MNIST read them better when thickened.
 */
final class StrokeWidth {
  /** Share of the digit's longer side below which strokes are thickened. */
  private static final double THIN = 1.6 / FittedPath.BOX;

  /** Share of the digit's longer side that thin strokes get. */
  private static final double THICKENED = 2.0 / FittedPath.BOX;

  private StrokeWidth() {}

  /** Returns the ink as it is, or with thicker strokes and a little larger where they are thin. */
  static InkGrid thickenIfThin(InkGrid ink) {
    int side = Math.max(ink.width(), ink.height());
    double width = of(ink);
    if (width >= THIN * side) {
      return ink;
    }
    // the radius r at which (width + 2r) = THICKENED (side + 2r)
    return dilate(darken(ink), (THICKENED * side - width) / (2 * (1 - THICKENED)));
  }

  /** Strokes thinner than a pixel are gray: this makes their ink full before it spreads. */
  private static InkGrid darken(InkGrid ink) {
    double sum = 0;
    double squares = 0;
    for (float here : ink.ink()) {
      sum += here;
      squares += here * here;
    }
    double gain = sum / squares;
    float[] darkened = new float[ink.ink().length];
    for (int pixel = 0; pixel < darkened.length; pixel++) {
      darkened[pixel] = (float) Math.min(1, gain * ink.ink()[pixel]);
    }
    return new InkGrid(ink.width(), ink.height(), darkened);
  }

  /** The area of a long stroke is its length times its width, and its outline twice its length. */
  private static double of(InkGrid ink) {
    double area = 0;
    double outline = 0;
    for (int y = -1; y < ink.height(); y++) {
      for (int x = -1; x < ink.width(); x++) {
        double here = ink.at(x, y);
        area += here;
        outline += Math.hypot(ink.at(x + 1, y) - here, ink.at(x, y + 1) - here);
      }
    }
    return 2 * area / outline;
  }

  /** Grayscale dilation by a disc with a soft edge. */
  private static InkGrid dilate(InkGrid ink, double radius) {
    int reach = (int) Math.ceil(radius);
    int width = ink.width() + 2 * reach;
    float[] dilated = new float[width * (ink.height() + 2 * reach)];
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        double weight = Math.min(1, radius + 0.5 - Math.hypot(dx, dy));
        if (weight <= 0) {
          continue;
        }
        for (int y = 0; y < ink.height(); y++) {
          int row = (y + reach + dy) * width + reach + dx;
          for (int x = 0; x < ink.width(); x++) {
            float spread = (float) (weight * ink.ink()[y * ink.width() + x]);
            dilated[row + x] = Math.max(dilated[row + x], spread);
          }
        }
      }
    }
    return new InkGrid(width, ink.height() + 2 * reach, dilated);
  }
}
