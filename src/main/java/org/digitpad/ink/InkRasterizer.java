package org.digitpad.ink;

import java.util.Arrays;

/**
 * Draws lines with round ends on a square picture of any size, with a soft edge of one pixel. The
 * center of pixel (row, column) is at y = row + 0.5, x = column + 0.5.
 *
 * <p>Each pixel keeps its distance to the edge of the nearest line, so that lines which join or
 * overlap leave no seams.
 */
public final class InkRasterizer {
  private final int side;

  /** Distance from each pixel to the edge of the ink, negative inside; row-major. */
  private final float[] distances;

  /**
   * Starts with a blank picture.
   *
   * @param side width and height in pixels
   */
  public InkRasterizer(int side) {
    this.side = side;
    this.distances = new float[side * side];
    Arrays.fill(distances, Float.POSITIVE_INFINITY);
  }

  /**
   * Draws a line, or a dot if both ends are the same.
   *
   * @param width diameter of the pen in pixels
   */
  public void drawLine(double fromX, double fromY, double toX, double toY, double width) {
    double radius = width / 2;
    double reach = radius + 0.5;
    double dx = toX - fromX;
    double dy = toY - fromY;
    double squaredLength = dx * dx + dy * dy;
    // below MIN_NORMAL the quotient would be infinite
    double perLength = squaredLength >= Double.MIN_NORMAL ? 1 / squaredLength : 0;
    double left = Math.min(fromX, toX) - reach;
    double right = Math.max(fromX, toX) + reach;
    // a steep line reaches only a few pixels of a row
    boolean steep = Math.abs(dy) > Math.abs(dx) / side;
    double slope = steep ? dx / dy : 0;
    double halfRow = reach * Math.sqrt(1 + slope * slope) + 1;
    int bottom = index(Math.max(fromY, toY) + reach);
    for (int row = index(Math.min(fromY, toY) - reach); row <= bottom; row++) {
      double py = row + 0.5 - fromY;
      double center = fromX + py * slope;
      int last = index(steep ? Math.min(right, center + halfRow) : right);
      for (int column = index(steep ? Math.max(left, center - halfRow) : left);
          column <= last;
          column++) {
        double px = column + 0.5 - fromX;
        double along = Math.max(0, Math.min(1, (px * dx + py * dy) * perLength));
        double awayX = px - along * dx;
        double awayY = py - along * dy;
        float distance = (float) (Math.sqrt(awayX * awayX + awayY * awayY) - radius);
        int pixel = row * side + column;
        if (distance < distances[pixel]) {
          distances[pixel] = distance;
        }
      }
    }
  }

  private int index(double position) {
    return (int) Math.max(0, Math.min(side - 1, Math.floor(position)));
  }

  /** Returns how much of each pixel is ink, row-major, from 0 to 255 (as unsigned bytes). */
  public byte[] coverage() {
    byte[] coverage = new byte[distances.length];
    for (int pixel = 0; pixel < coverage.length; pixel++) {
      double ink = Math.max(0, Math.min(1, 0.5 - distances[pixel]));
      coverage[pixel] = (byte) Math.round(255 * ink);
    }
    return coverage;
  }
}
