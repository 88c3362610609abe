package org.digitpad.ink.scan;

import org.digitpad.data.DigitImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.FittedPath;

/** Generates pictures from formulas, such as scans of digits. */
final class SyntheticPictures {
  private SyntheticPictures() {}

  /** Returns the luminance of a pixel, 0 to 255; it is rounded and clamped. */
  @FunctionalInterface
  interface Luminance {
    double at(int x, int y);
  }

  static GrayImage picture(int width, int height, Luminance luminance) {
    byte[] bytes = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        bytes[y * width + x] = (byte) Math.round(Math.max(0, Math.min(255, luminance.at(x, y))));
      }
    }
    return new GrayImage(width, height, bytes);
  }

  /**
   * Returns a black digit on white, as in a scan, whose strokes are a tenth of its size wide.
   *
   * @param side width and height of the picture in pixels
   * @param size of the digit in pixels, including its strokes
   * @param left column of the square that contains the digit
   * @param top row of the square that contains the digit
   */
  static GrayImage digit(Drawing drawing, int side, int size, int left, int top) {
    return digit(drawing, 0.1, side, size, left, top);
  }

  /**
   * Returns a digit with another stroke width.
   *
   * @param strokeWidth as a share of the digit's size
   */
  static GrayImage digit(
      Drawing drawing, double strokeWidth, int side, int size, int left, int top) {
    FittedPath path = FittedPath.of(drawing);
    double scale = size / FittedPath.BOX;
    return picture(
        side,
        side,
        (x, y) -> {
          double distance =
              distance(
                  path,
                  (x + 0.5 - left - size / 2.0) / scale,
                  (y + 0.5 - top - size / 2.0) / scale);
          return 255
              * Math.max(
                  0, Math.min(1, (distance - strokeWidth / 2 * FittedPath.BOX) * scale + 0.5));
        });
  }

  static byte[] bytes(DigitImage image) {
    byte[] bytes = new byte[DigitImage.PIXELS];
    DigitImages.write(image.toArray(), bytes, 0);
    return bytes;
  }

  private static double distance(FittedPath path, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] stroke : path.strokes()) {
      for (int i = 2; i < stroke.length; i += 2) {
        double dx = stroke[i] - stroke[i - 2];
        double dy = stroke[i + 1] - stroke[i - 1];
        double along =
            ((x - stroke[i - 2]) * dx + (y - stroke[i - 1]) * dy)
                / Math.max(1e-9, dx * dx + dy * dy);
        double part = Math.max(0, Math.min(1, along));
        least =
            Math.min(
                least, Math.hypot(x - stroke[i - 2] - part * dx, y - stroke[i - 1] - part * dy));
      }
    }
    return least;
  }
}
