package org.digitpad.ink;

/** Scales the ink in a box so that its longer side measures 20 pixels. */
final class BoxScaler {
  private static final int BOX = (int) FittedPath.BOX;

  private final InkMap ink;
  private final InkBox box;
  private final double scale;

  BoxScaler(InkMap ink, InkBox box) {
    this.ink = ink;
    this.box = box;
    this.scale = (double) BOX / box.longerSide();
  }

  /** Columns that the scaled box covers, at most 20. */
  int width() {
    return covered(box.width());
  }

  /** Rows that the scaled box covers, at most 20. */
  int height() {
    return covered(box.height());
  }

  /** Returns 28×28 pixels with the upper left corner of the box in the first. */
  float[] scale() {
    return scale <= 1 ? shrink() : enlarge();
  }

  private int covered(int side) {
    return Math.min(BOX, (int) Math.ceil(side * scale - 1e-9));
  }

  /** Averages over the area of each pixel, the best that can be had without ringing. */
  private float[] shrink() {
    double[] sums = new double[DigitImage.PIXELS];
    for (int y = 0; y < box.height(); y++) {
      int row = (int) (y * scale);
      double upper = firstShare(y, row);
      for (int x = 0; x < box.width(); x++) {
        double here = ink.at(box.left() + x, box.top() + y);
        if (here > 0) {
          int column = (int) (x * scale);
          double left = here * firstShare(x, column);
          double right = here * scale - left;
          int pixel = row * DigitImage.SIDE + column;
          sums[pixel] += left * upper;
          sums[pixel + 1] += right * upper;
          sums[pixel + DigitImage.SIDE] += left * (scale - upper);
          sums[pixel + DigitImage.SIDE + 1] += right * (scale - upper);
        }
      }
    }
    float[] pixels = new float[DigitImage.PIXELS];
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      pixels[pixel] = (float) Math.max(0, Math.min(1, sums[pixel]));
    }
    return pixels;
  }

  /** How much of a shrunk source pixel lies in {@code target}, the first of at most two pixels. */
  private double firstShare(int source, int target) {
    return Math.min(scale, target + 1 - source * scale);
  }

  /** Interpolates linearly between the middles of the source's pixels. */
  private float[] enlarge() {
    float[] pixels = new float[DigitImage.PIXELS];
    for (int row = 0; row < height(); row++) {
      for (int column = 0; column < width(); column++) {
        double x = box.left() + (column + 0.5) / scale - 0.5;
        double y = box.top() + (row + 0.5) / scale - 0.5;
        pixels[row * DigitImage.SIDE + column] = (float) interpolate(x, y);
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
