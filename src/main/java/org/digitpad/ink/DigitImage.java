package org.digitpad.ink;

import java.util.Arrays;

/** An immutable 28×28 grayscale image as MNIST has them: 0 is paper, 1 is ink, row by row. */
public final class DigitImage {
  /** Rows and columns. */
  public static final int SIDE = 28;

  /** Pixels in an image. */
  public static final int PIXELS = SIDE * SIDE;

  public static final DigitImage BLANK = new DigitImage(new float[PIXELS]);

  private final float[] pixels;

  /**
   * Copies the pixels.
   *
   * @param pixels 784 values from 0 to 1, row-major
   * @throws IllegalArgumentException for another length, or a value that is not in 0 to 1
   */
  public DigitImage(float[] pixels) {
    if (pixels.length != PIXELS) {
      throw new IllegalArgumentException("expected " + PIXELS + " pixels, got " + pixels.length);
    }
    for (float pixel : pixels) {
      if (!(pixel >= 0 && pixel <= 1)) {
        throw new IllegalArgumentException("a pixel must lie in 0 to 1, got " + pixel);
      }
    }
    this.pixels = pixels.clone();
  }

  public float at(int row, int column) {
    return pixels[row * SIDE + column];
  }

  /** Returns a copy of the 784 pixels, row-major, from 0 (paper) to 1 (ink). */
  public float[] toArray() {
    return pixels.clone();
  }

  /** Whether there is no ink at all. */
  public boolean isBlank() {
    return Arrays.equals(pixels, BLANK.pixels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DigitImage image && Arrays.equals(pixels, image.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels);
  }
}
