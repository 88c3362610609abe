package org.digitpad.data.augment;

import org.digitpad.ink.DigitImage;

/**
 * Samples an image at arbitrary coordinates by bilinear interpolation. All steps but the lookup are
 * passes over arrays, which the JIT vectorizes: this takes half the time of a loop that does all
 * steps for one pixel.
 */
final class BilinearSampler {
  /** Adding this to a small float leaves the nearest integer in the lowest bits. */
  private static final float ROUNDING = 0x1p23f;

  private static final int MASK = 63;
  private static final int STRIDE = PaddedImage.STRIDE;
  private static final int COUNT = BSplineWarp.LENGTH;

  private final float[] columns = new float[COUNT];
  private final float[] rows = new float[COUNT];
  private final float[] right = new float[COUNT];
  private final float[] below = new float[COUNT];
  private final float[] topLeft = new float[COUNT];
  private final float[] topRight = new float[COUNT];
  private final float[] bottomLeft = new float[COUNT];
  private final float[] bottomRight = new float[COUNT];

  /**
   * Samples a warped image.
   *
   * @param image the source
   * @param warp the source coordinates
   * @param offset index of the first of 784 pixels in {@code target}
   */
  void sample(PaddedImage image, BSplineWarp warp, float[] target, int offset) {
    floor(warp.columns(), columns);
    floor(warp.rows(), rows);
    fraction(warp.columns(), columns, right);
    fraction(warp.rows(), rows, below);
    gather(image.pixels());
    blend(topLeft, topRight, right);
    blend(bottomLeft, bottomRight, right);
    blend(topLeft, bottomLeft, below);
    for (int row = 0; row < DigitImage.SIDE; row++) {
      System.arraycopy(
          topLeft,
          BSplineWarp.rowOffset(row),
          target,
          offset + row * DigitImage.SIDE,
          DigitImage.SIDE);
    }
  }

  /**
   * Rounds down to integers, to which {@link #ROUNDING} is added. The result for an integer may be
   * one too small; its fraction is then 1, so the sample is the same.
   */
  private static void floor(float[] coordinates, float[] integers) {
    for (int i = 0; i < COUNT; i++) {
      integers[i] = coordinates[i] - 0.5f + ROUNDING;
    }
  }

  private static void fraction(float[] coordinates, float[] integers, float[] fractions) {
    for (int i = 0; i < COUNT; i++) {
      fractions[i] = coordinates[i] - (integers[i] - ROUNDING);
    }
  }

  private void gather(float[] pixels) {
    for (int i = 0; i < COUNT; i++) {
      int column = Float.floatToRawIntBits(columns[i]) & MASK;
      int row = Float.floatToRawIntBits(rows[i]) & MASK;
      int index = row * STRIDE + column;
      topLeft[i] = pixels[index];
      topRight[i] = pixels[index + 1];
      bottomLeft[i] = pixels[index + STRIDE];
      bottomRight[i] = pixels[index + STRIDE + 1];
    }
  }

  /** Computes a += weight·(b − a). */
  private static void blend(float[] a, float[] b, float[] weight) {
    for (int i = 0; i < COUNT; i++) {
      a[i] += weight[i] * (b[i] - a[i]);
    }
  }
}
