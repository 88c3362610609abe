package org.digitpad.data.augment;

import org.digitpad.data.DigitImages;
import org.digitpad.ink.DigitImage;

/**
 * An image with paper around it, so that pixels can be looked up beyond its edges without a check.
 * The paper to the right of a row is at the same time that to the left of the next one.
 */
final class PaddedImage {
  /** Paper around the image, in pixels. */
  static final int PAD = 16;

  private static final int SIDE = DigitImage.SIDE;

  /**
   * Pixels from a row to the next: the JIT vectorises loops over neighbours 16 floats apart, not
   * 44.
   */
  static final int STRIDE = 48;

  private static final int ROWS = PAD + SIDE + PAD + 1;
  private static final int ORIGIN = PAD * STRIDE + PAD;

  /** The image's rows and one more on either side, where ink can get by thickening. */
  private static final int FIRST = (PAD - 1) * STRIDE;

  private static final int END = (PAD + SIDE + 1) * STRIDE;

  // Paper stays paper: the image alone is written into the first, FIRST to END into the others.
  private final float[] loaded = new float[ROWS * STRIDE];
  private final float[] toTheLeft = new float[ROWS * STRIDE];
  private final float[] toTheRight = new float[ROWS * STRIDE];
  private final float[] thickened = new float[ROWS * STRIDE];
  private float[] current = loaded;

  void load(DigitImages images, int index) {
    images.copyRows(index, loaded, ORIGIN, STRIDE);
    current = loaded;
  }

  /**
   * Makes strokes thicker: each pixel takes on a share of its four neighbours' ink, or, where the
   * share is negative, of their paper. What is full stays full, what is empty stays empty.
   *
   * @param share of a neighbour, -1 to 1
   */
  void thicken(float share) {
    if (share == 0) {
      return;
    }
    float gain = Math.abs(share);
    float loss = share < 0 ? 4 * gain : 0;
    // copies, since the JIT does not vectorise a loop over direct neighbours
    System.arraycopy(loaded, FIRST - 1, toTheLeft, FIRST, END - FIRST);
    System.arraycopy(loaded, FIRST + 1, toTheRight, FIRST, END - FIRST);
    spread(loaded, toTheLeft, toTheRight, thickened, gain, loss);
    current = thickened;
  }

  private static void spread(
      float[] ink, float[] left, float[] right, float[] to, float gain, float loss) {
    for (int i = FIRST; i < END; i++) {
      float around = left[i] + right[i] + ink[i - STRIDE] + ink[i + STRIDE];
      to[i] = Math.min(Math.max(ink[i] + gain * around - loss, 0f), 1f);
    }
  }

  /** The pixels, {@link #STRIDE} to a row; the first is {@link #PAD} rows and columns outside. */
  float[] ink() {
    return current;
  }
}
