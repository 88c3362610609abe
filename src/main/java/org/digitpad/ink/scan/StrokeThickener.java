package org.digitpad.ink.scan;

import org.digitpad.ink.FittedPath;
import org.digitpad.ink.InkArray;

/**
 * Measures and corrects the stroke width of a digit. Digits written with a ballpoint pen have
 * thinner strokes, relative to their size, than any in MNIST; networks trained on MNIST recognize
 * them better when the strokes are thickened.
 */
final class StrokeThickener {
  /** Strokes thinner than this share of the digit's longer side are thickened. */
  private static final double MIN_WIDTH = 1.6 / FittedPath.BOX;

  /** Width of thickened strokes as a share of the digit's longer side. */
  private static final double TARGET_WIDTH = 2.0 / FittedPath.BOX;

  private StrokeThickener() {}

  /** Returns the ink unchanged, or on a slightly larger grid with thickened strokes if thin. */
  static InkArray thickenIfThin(InkArray ink) {
    int side = Math.max(ink.width(), ink.height());
    double width = measure(ink);
    if (width >= MIN_WIDTH * side) {
      return ink;
    }
    // the radius r at which (width + 2r) = TARGET_WIDTH (side + 2r)
    return dilate(darken(ink), (TARGET_WIDTH * side - width) / (2 * (1 - TARGET_WIDTH)));
  }

  /** Strokes thinner than a pixel are gray: raises their ink to 1 before the dilation. */
  private static InkArray darken(InkArray ink) {
    double sum = 0;
    double squares = 0;
    for (float value : ink.ink()) {
      sum += value;
      squares += value * value;
    }
    double gain = sum / squares;
    float[] darkened = new float[ink.ink().length];
    for (int pixel = 0; pixel < darkened.length; pixel++) {
      darkened[pixel] = (float) Math.min(1, gain * ink.ink()[pixel]);
    }
    return new InkArray(ink.width(), ink.height(), darkened);
  }

  /** The area of a long stroke is its length times its width, its outline twice its length. */
  private static double measure(InkArray ink) {
    double area = 0;
    double outline = 0;
    for (int y = -1; y < ink.height(); y++) {
      for (int x = -1; x < ink.width(); x++) {
        double value = ink.at(x, y);
        area += value;
        outline += Math.hypot(ink.at(x + 1, y) - value, ink.at(x, y + 1) - value);
      }
    }
    return 2 * area / outline;
  }

  /** Grayscale dilation with a disk that has a soft edge. */
  private static InkArray dilate(InkArray ink, double radius) {
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
            float dilation = (float) (weight * ink.ink()[y * ink.width() + x]);
            dilated[row + x] = Math.max(dilated[row + x], dilation);
          }
        }
      }
    }
    return new InkArray(width, ink.height() + 2 * reach, dilated);
  }
}
