package org.digitpad.ink.scan;

import org.digitpad.ink.InkArray;
import org.digitpad.ink.InkRaster;

/** Scales the ink within a bounding box: by area averaging to shrink, bilinearly to enlarge. */
final class AreaScaler {
  private final InkRaster ink;
  private final InkBounds box;
  private final double scale;
  private final int width;
  private final int height;

  /**
   * Prepares to scale.
   *
   * @param side length of the longer side of the result, in pixels
   */
  AreaScaler(InkRaster ink, InkBounds box, int side) {
    this.ink = ink;
    this.box = box;
    this.scale = (double) side / box.longerSide();
    this.width = Math.min(side, scaledLength(box.width()));
    this.height = Math.min(side, scaledLength(box.height()));
  }

  InkArray scale() {
    return new InkArray(width, height, scale <= 1 ? shrink() : enlarge());
  }

  private int scaledLength(int length) {
    return (int) Math.ceil(length * scale - 1e-9);
  }

  /** Averages over the area of each pixel, which is the best filter without ringing. */
  private float[] shrink() {
    // one more column and row for what rounding errors add beyond the last ones
    int stride = width + 1;
    double[] sums = new double[stride * (height + 1)];
    for (int y = 0; y < box.height(); y++) {
      int row = (int) (y * scale);
      double upper = firstShare(y, row);
      for (int x = 0; x < box.width(); x++) {
        double value = ink.at(box.left() + x, box.top() + y);
        if (value > 0) {
          int column = (int) (x * scale);
          double left = value * firstShare(x, column);
          double right = value * scale - left;
          int pixel = row * stride + column;
          sums[pixel] += left * upper;
          sums[pixel + 1] += right * upper;
          sums[pixel + stride] += left * (scale - upper);
          sums[pixel + stride + 1] += right * (scale - upper);
        }
      }
    }
    float[] pixels = new float[width * height];
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      double sum = sums[pixel / width * stride + pixel % width];
      pixels[pixel] = (float) Math.max(0, Math.min(1, sum));
    }
    return pixels;
  }

  /** How much of a scaled source pixel is in {@code target}, the first of at most two pixels. */
  private double firstShare(int source, int target) {
    return Math.min(scale, target + 1 - source * scale);
  }

  /** Interpolates bilinearly between the centers of the source's pixels. */
  private float[] enlarge() {
    float[] pixels = new float[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double x = box.left() + (column + 0.5) / scale - 0.5;
        double y = box.top() + (row + 0.5) / scale - 0.5;
        pixels[row * width + column] = (float) interpolate(x, y);
      }
    }
    return pixels;
  }

  private double interpolate(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double lower = y - top;
    return (1 - lower) * ((1 - right) * ink.at(left, top) + right * ink.at(left + 1, top))
        + lower * ((1 - right) * ink.at(left, top + 1) + right * ink.at(left + 1, top + 1));
  }
}
