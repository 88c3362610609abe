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

  /** Whether all pixels are the same, so that there is no ink. */
  public boolean isUniform() {
    for (byte pixel : luminance) {
      if (pixel != luminance[0]) {
        return false;
      }
    }
    return true;
  }

  /** Returns a copy of the part that is in a box, of at least one pixel at the border. */
  public GrayImage crop(InkBounds bounds) {
    InkBounds box = bounds.clamped(width, height);
    byte[] part = new byte[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      int from = (box.top() + y) * width + box.left();
      System.arraycopy(luminance, from, part, y * box.width(), box.width());
    }
    return new GrayImage(box.width(), box.height(), part);
  }

  /** Returns the means of squares of pixels; those at the right and bottom may be smaller. */
  GrayImage shrink(int step) {
    int columns = (width + step - 1) / step;
    int rows = (height + step - 1) / step;
    byte[] means = new byte[columns * rows];
    int[] sums = new int[columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(sums, 0);
      int bottom = Math.min(height, (row + 1) * step);
      for (int y = row * step; y < bottom; y++) {
        for (int x = 0; x < width; x++) {
          sums[x / step] += at(x, y);
        }
      }
      for (int column = 0; column < columns; column++) {
        int right = Math.min(width, (column + 1) * step);
        int count = (bottom - row * step) * (right - column * step);
        means[row * columns + column] = (byte) ((sums[column] + count / 2) / count);
      }
    }
    return new GrayImage(columns, rows, means);
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
