package org.digitpad.ink;

import java.util.Arrays;

/**
 * Draws lines with a round pen with a soft edge on 28×28 pixels. The center of pixel (row, column)
 * is at y = row, x = column.
 *
 * <p>The rasterizer keeps the distance from each pixel to the nearest part of the path and converts
 * it to ink at the end. The ink therefore depends on the path alone: not on the number of points
 * that describe it, nor on how often the pen passes over a pixel.
 */
final class PenRasterizer {
  /**
   * Default diameter of the pen in pixels. MNIST's median is 2.4 (ink divided by length of the
   * skeleton), but networks trained on MNIST recognize real pen strokes slightly better at 2.0 to
   * 2.3.
   */
  static final double PEN_WIDTH = 2.2;

  private static final int SIDE = DigitImage.SIDE;

  /** More than the error of a position in pixels. */
  private static final double ROUNDING = 1e-6;

  /**
   * Distance from the path at which the ink ends: the edge falls linearly from 1 to 0 over one
   * pixel.
   */
  private double outerRadius;

  private final double[] squaredDistances = new double[DigitImage.PIXELS];

  /**
   * Starts with a blank image.
   *
   * @param penWidth diameter of the pen in pixels
   */
  PenRasterizer(double penWidth) {
    clear(penWidth);
  }

  /** Starts another image in the same memory. */
  void clear(double penWidth) {
    outerRadius = penWidth / 2 + 0.5;
    Arrays.fill(squaredDistances, Double.POSITIVE_INFINITY);
  }

  /** Draws a line from one point to another, or a dot if they are the same. */
  void drawLine(double fromX, double fromY, double toX, double toY) {
    int left = Math.max(0, (int) Math.ceil(Math.min(fromX, toX) - outerRadius));
    int right = Math.min(SIDE - 1, (int) Math.floor(Math.max(fromX, toX) + outerRadius));
    int top = Math.max(0, (int) Math.ceil(Math.min(fromY, toY) - outerRadius));
    int bottom = Math.min(SIDE - 1, (int) Math.floor(Math.max(fromY, toY) + outerRadius));
    double dx = toX - fromX;
    double dy = toY - fromY;
    double squaredLength = dx * dx + dy * dy;
    // below MIN_NORMAL the quotient would be infinite
    double perLength = squaredLength >= Double.MIN_NORMAL ? 1 / squaredLength : 0;
    // a steep line reaches only a few pixels of a row; a flat one has few rows
    boolean steep = Math.abs(dy) * SIDE > Math.abs(dx);
    double slope = steep ? dx / dy : 0;
    double reach =
        steep ? outerRadius * Math.sqrt(1 + slope * slope) + ROUNDING : Double.POSITIVE_INFINITY;
    for (int row = top; row <= bottom; row++) {
      double center = fromX + (row - fromY) * slope;
      int first = Math.max(left, (int) Math.ceil(center - reach));
      int last = Math.min(right, (int) Math.floor(center + reach));
      for (int column = first; column <= last; column++) {
        double px = column - fromX;
        double py = row - fromY;
        double along = Math.max(0, Math.min(1, (px * dx + py * dy) * perLength));
        double awayX = px - along * dx;
        double awayY = py - along * dy;
        int pixel = row * SIDE + column;
        squaredDistances[pixel] = Math.min(squaredDistances[pixel], awayX * awayX + awayY * awayY);
      }
    }
  }

  /** Writes the 784 pixels, row-major, from 0 (background) to 1 (ink). */
  void copyPixels(float[] target) {
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      target[pixel] =
          squaredDistances[pixel] < outerRadius * outerRadius
              ? (float) Math.min(1, outerRadius - Math.sqrt(squaredDistances[pixel]))
              : 0;
    }
  }
}
