package org.digitpad.ink.scan;

import java.util.Arrays;

/**
 * A grayscale image of any size. Immutable by convention: the array is shared and must not be
 * changed; photos are too large to copy.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param luminance width×height unsigned bytes, row-major; 0 is black, 255 is white
 */
public record GrayImage(int width, int height, byte[] luminance) {
  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if there are no pixels, or the array has another length
   */
  public GrayImage {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "An image must have at least one pixel, got " + width + "×" + height);
    }
    if (luminance.length != (long) width * height) {
      throw new IllegalArgumentException(
          "%d×%d pixels need as many bytes, got %d".formatted(width, height, luminance.length));
    }
  }

  /** Returns a pixel's luminance, from 0 (black) to 255 (white). */
  public int at(int x, int y) {
    return luminance[y * width + x] & 0xff;
  }

  /** Number of pixels of each luminance. */
  long[] histogram() {
    long[] counts = new long[256];
    for (byte level : luminance) {
      counts[level & 0xff]++;
    }
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GrayImage image
        && width == image.width
        && height == image.height
        && Arrays.equals(luminance, image.luminance);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(luminance);
  }

  @Override
  public String toString() {
    return "GrayImage[" + width + "×" + height + "]";
  }
}
