package org.digitpad.data.augment;

import org.digitpad.ink.DigitImage;

/**
 * Reads an image at any places, each weighed from the four pixels around it (bilinear). All but the
 * look-up itself is in plain passes over arrays, which the JIT vectorises: half the time of a loop
 * that does everything for one pixel.
 */
final class BilinearSampler {
  /** Added to a small float, leaves its nearest whole number in the lowest bits. */
  private static final float WHOLE = 0x1p23f;

  private static final int MASK = 63;
  private static final int STRIDE = PaddedImage.STRIDE;
  private static final int COUNT = BSplineWarp.PLACES;

  private final float[] wholeColumns = new float[COUNT];
  private final float[] wholeRows = new float[COUNT];
  private final float[] right = new float[COUNT];
  private final float[] below = new float[COUNT];
  private final float[] topLeft = new float[COUNT];
  private final float[] topRight = new float[COUNT];
  private final float[] bottomLeft = new float[COUNT];
  private final float[] bottomRight = new float[COUNT];

  /**
   * Reads a whole image.
   *
   * @param image where to read
   * @param grid the places
   * @param at index of the first of 784 pixels in {@code target}
   */
  void read(PaddedImage image, BSplineWarp grid, float[] target, int at) {
    floor(grid.columns(), wholeColumns);
    floor(grid.rows(), wholeRows);
    fraction(grid.columns(), wholeColumns, right);
    fraction(grid.rows(), wholeRows, below);
    gather(image.ink());
    blend(topLeft, topRight, right);
    blend(bottomLeft, bottomRight, right);
    blend(topLeft, bottomLeft, below);
    for (int row = 0; row < DigitImage.SIDE; row++) {
      System.arraycopy(
          topLeft, BSplineWarp.rowAt(row), target, at + row * DigitImage.SIDE, DigitImage.SIDE);
    }
  }

  /**
   * Rounds down, as whole numbers over {@link #WHOLE}. A whole number may come out one too small;
   * then its fraction is 1, and what is read is the same.
   */
  private static void floor(float[] places, float[] wholes) {
    for (int i = 0; i < COUNT; i++) {
      wholes[i] = places[i] - 0.5f + WHOLE;
    }
  }

  private static void fraction(float[] places, float[] wholes, float[] fractions) {
    for (int i = 0; i < COUNT; i++) {
      fractions[i] = places[i] - (wholes[i] - WHOLE);
    }
  }

  private void gather(float[] ink) {
    for (int i = 0; i < COUNT; i++) {
      int column = Float.floatToRawIntBits(wholeColumns[i]) & MASK;
      int row = Float.floatToRawIntBits(wholeRows[i]) & MASK;
      int place = row * STRIDE + column;
      topLeft[i] = ink[place];
      topRight[i] = ink[place + 1];
      bottomLeft[i] = ink[place + STRIDE];
      bottomRight[i] = ink[place + STRIDE + 1];
    }
  }

  /** a += share·(b − a). */
  private static void blend(float[] a, float[] b, float[] share) {
    for (int i = 0; i < COUNT; i++) {
      a[i] += share[i] * (b[i] - a[i]);
    }
  }
}
