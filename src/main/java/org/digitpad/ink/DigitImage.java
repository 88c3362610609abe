package org.digitpad.ink;

import java.util.Arrays;

/** An immutable 28×28 grayscale image in the format of MNIST: 0 is background, 1 is ink. */
public final class DigitImage {
  /** Number of rows, and of columns. */
  public static final int SIDE = 28;

  /** Number of pixels. */
  public static final int PIXELS = SIDE * SIDE;

  public static final DigitImage BLANK = new DigitImage(new float[PIXELS]);

  private final float[] pixels;

  /**
   * Creates an image from a copy of the pixels.
   *
   * @param pixels 784 values from 0 to 1, row-major
   * @throws IllegalArgumentException if the length is not 784, or a value is outside 0 to 1
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

  /** Returns a pixel, from 0 (background) to 1 (ink). */
  public float at(int row, int column) {
    return pixels[row * SIDE + column];
  }

  /** Returns a copy of the 784 pixels, row-major, from 0 (background) to 1 (ink). */
  public float[] toArray() {
    return pixels.clone();
  }

  /** Returns whether all pixels are 0. */
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
