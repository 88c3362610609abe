package org.digitpad.recognize.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.digitpad.ink.scan.GrayImage;

/**
 * A picture to be looked at, in colors and not larger than a screen. Immutable by convention: the
 * array is shared and must not be changed.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param rgb width×height opaque colors of sRGB, row-major, as 0xffRRGGBB
 */
public record Preview(int width, int height, int[] rgb) {
  /** Longest side; larger pictures are shrunk. */
  public static final int MAX_SIDE = 2048;

  private static final int OPAQUE = 0xff000000;

  /** Copies a row of a picture; opaque colors. */
  @FunctionalInterface
  private interface Rows {
    void copy(int y, int[] rgb);
  }

  /** Returns a picture in gray. */
  static Preview of(GrayImage image) {
    return shrunk(
        image.width(),
        image.height(),
        factor(image.width(), image.height()),
        (y, row) -> {
          for (int x = 0; x < image.width(); x++) {
            row[x] = OPAQUE | image.at(x, y) * 0x010101;
          }
        });
  }

  /** Returns a picture in colors on a gray background, of which a luminance of 0 to 255 is told. */
  static Preview of(BufferedImage image, int background) {
    int width = image.getWidth();
    return shrunk(
        width,
        image.getHeight(),
        factor(width, image.getHeight()),
        (y, row) -> {
          image.getRGB(0, y, width, 1, row, 0, width);
          for (int x = 0; x < width; x++) {
            row[x] = blend(row[x], background);
          }
        });
  }

  /** Returns the means of squares of pixels; those at the right and bottom may be smaller. */
  public Preview shrunk(int factor) {
    return factor == 1
        ? this
        : shrunk(
            width, height, factor, (y, row) -> System.arraycopy(rgb, y * width, row, 0, width));
  }

  private static int factor(int width, int height) {
    return (Math.max(width, height) + MAX_SIDE - 1) / MAX_SIDE;
  }

  private static Preview shrunk(int width, int height, int factor, Rows rows) {
    int columns = (width + factor - 1) / factor;
    int lines = (height + factor - 1) / factor;
    int[] means = new int[columns * lines];
    int[] row = new int[width];
    int[] red = new int[columns];
    int[] green = new int[columns];
    int[] blue = new int[columns];
    for (int line = 0; line < lines; line++) {
      Arrays.fill(red, 0);
      Arrays.fill(green, 0);
      Arrays.fill(blue, 0);
      int bottom = Math.min(height, (line + 1) * factor);
      for (int y = line * factor; y < bottom; y++) {
        rows.copy(y, row);
        for (int x = 0; x < width; x++) {
          int column = x / factor;
          red[column] += row[x] >> 16 & 0xff;
          green[column] += row[x] >> 8 & 0xff;
          blue[column] += row[x] & 0xff;
        }
      }
      for (int column = 0; column < columns; column++) {
        int count =
            (bottom - line * factor) * (Math.min(width, (column + 1) * factor) - column * factor);
        means[line * columns + column] =
            OPAQUE
                | mean(red[column], count) << 16
                | mean(green[column], count) << 8
                | mean(blue[column], count);
      }
    }
    return new Preview(columns, lines, means);
  }

  private static int mean(int sum, int count) {
    return (sum + count / 2) / count;
  }

  private static int blend(int argb, int background) {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return argb;
    }
    return OPAQUE
        | (Luminance.blend(argb >> 16 & 0xff, alpha, background) & 0xff) << 16
        | (Luminance.blend(argb >> 8 & 0xff, alpha, background) & 0xff) << 8
        | Luminance.blend(argb & 0xff, alpha, background) & 0xff;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Preview that
        && width == that.width
        && height == that.height
        && Arrays.equals(rgb, that.rgb);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(rgb);
  }

  @Override
  public String toString() {
    return "Preview[" + width + "×" + height + "]";
  }
}
