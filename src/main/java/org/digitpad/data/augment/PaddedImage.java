package org.digitpad.data.augment;

import org.digitpad.data.DigitImages;
import org.digitpad.ink.DigitImage;

/**
 * An image with zero padding, so that pixels beyond its edges can be looked up without a check. The
 * padding to the right of a row is also the padding to the left of the next row.
 */
final class PaddedImage {
  /** Padding on each side, in pixels. */
  static final int PAD = 16;

  private static final int SIDE = DigitImage.SIDE;

  /**
   * Pixels from one row to the next. The JIT vectorizes loops over vertical neighbors if they are a
   * multiple of 16 floats apart, but not 44.
   */
  static final int STRIDE = 48;

  /** Side of the square that MNIST's digits fit in. */
  private static final int BOX = 20;

  /** A straight stroke that fills the square is no digit any more. */
  private static final double MAX_STRETCH = 3;

  /** What is paler is the soft edge of a stroke. */
  private static final float INK = 0.4f;

  private static final int ROWS = PAD + SIDE + PAD + 1;
  private static final int ORIGIN = PAD * STRIDE + PAD;

  /** Start of the rows that can hold ink: the image's and, after thickening, one more each side. */
  private static final int FIRST = (PAD - 1) * STRIDE;

  private static final int END = (PAD + SIDE + 1) * STRIDE;

  // The padding stays 0: only the image is written to the first, and FIRST to END to the others.
  private final float[] loaded = new float[ROWS * STRIDE];
  private final float[] shiftedRight = new float[ROWS * STRIDE];
  private final float[] shiftedLeft = new float[ROWS * STRIDE];
  private final float[] thickened = new float[ROWS * STRIDE];
  private float[] current = loaded;

  /** Loads an image in place of the previous one. */
  void load(DigitImages images, int index) {
    images.copyRows(index, loaded, ORIGIN, STRIDE);
    current = loaded;
  }

  /**
   * Returns the factor that stretches the ink along one axis towards a square box as large as those
   * of MNIST's digits.
   *
   * @param part 0 to leave the ink as it is, 1 to fill the square
   * @param columns whether to stretch rows, from left to right, or columns
   */
  double stretchToSquare(double part, boolean columns) {
    int first = SIDE;
    int last = -1;
    for (int i = 0; i < SIDE; i++) {
      if (hasInk(columns ? ORIGIN + i : ORIGIN + i * STRIDE, columns ? STRIDE : 1)) {
        first = Math.min(first, i);
        last = i;
      }
    }
    if (last < first) {
      return 1;
    }
    // not Math.pow, whose results may differ in the last bit between processors
    double factor = StrictMath.pow((double) BOX / (last - first + 1), part);
    return Math.min(factor, MAX_STRETCH);
  }

  private boolean hasInk(int from, int stride) {
    for (int i = 0; i < SIDE; i++) {
      if (loaded[from + i * stride] > INK) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes strokes thicker or thinner: adds a share of the ink of its four neighbors to each pixel,
   * or, if the share is negative, subtracts a share of the ink that the neighbors lack. The result
   * is limited to 0 to 1.
   *
   * @param share -1 to 1
   */
  void thicken(float share) {
    if (share == 0) {
      return;
    }
    float gain = Math.abs(share);
    float loss = share < 0 ? 4 * gain : 0;
    // copies, since the JIT does not vectorize loops over adjacent elements
    System.arraycopy(loaded, FIRST - 1, shiftedRight, FIRST, END - FIRST);
    System.arraycopy(loaded, FIRST + 1, shiftedLeft, FIRST, END - FIRST);
    addNeighbors(loaded, shiftedRight, shiftedLeft, thickened, gain, loss);
    current = thickened;
  }

  private static void addNeighbors(
      float[] pixels, float[] left, float[] right, float[] to, float gain, float loss) {
    for (int i = FIRST; i < END; i++) {
      float around = left[i] + right[i] + pixels[i - STRIDE] + pixels[i + STRIDE];
      to[i] = Math.min(Math.max(pixels[i] + gain * around - loss, 0f), 1f);
    }
  }

  /**
   * Returns the pixels with their padding, {@link #STRIDE} for each row. The image starts {@link
   * #PAD} rows and columns from the first one.
   */
  float[] pixels() {
    return current;
  }
}
