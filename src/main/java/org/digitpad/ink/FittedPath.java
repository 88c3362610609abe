package org.digitpad.ink;

import java.util.ArrayList;
import java.util.List;

/**
 * A pen's path in pixels, scaled so that its ink just fits 20×20. The middle of its bounding box is
 * (0, 0).
 *
 * @param strokes x, y, x, y, … of each stroke that has points
 * @param halfWidth from the middle to the leftmost and rightmost point
 * @param halfHeight from the middle to the highest and lowest point
 */
record FittedPath(List<double[]> strokes, double halfWidth, double halfHeight) {
  /** Side of the square that MNIST's digits fill. */
  static final double BOX = 20;

  /**
   * A drawing no larger than this share of its pen is a dot. Nobody writes a digit with a brush
   * four times as wide as the digit, but a tap wobbles.
   */
  static final double DOT_PER_PEN_WIDTH = 0.25;

  private static final double HALF_SIDE = (BOX - PenRaster.PEN_WIDTH) / 2;

  /**
   * @param drawing a drawing with at least one point
   */
  static FittedPath of(Drawing drawing) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Stroke stroke : drawing.strokes()) {
      for (InkPoint point : stroke.points()) {
        left = Math.min(left, point.x());
        right = Math.max(right, point.x());
        top = Math.min(top, point.y());
        bottom = Math.max(bottom, point.y());
      }
    }
    // halving before adding keeps the largest coordinates from overflowing
    double halfWidth = right / 2 - left / 2;
    double halfHeight = bottom / 2 - top / 2;
    double half = Math.max(halfWidth, halfHeight);
    if (half <= drawing.penWidth() / 2 * DOT_PER_PEN_WIDTH) {
      return new FittedPath(List.of(new double[2]), 0, 0);
    }
    return new FittedPath(
        scale(drawing, left / 2 + right / 2, top / 2 + bottom / 2, half),
        halfWidth / half * HALF_SIDE,
        halfHeight / half * HALF_SIDE);
  }

  private static List<double[]> scale(
      Drawing drawing, double middleX, double middleY, double half) {
    List<double[]> strokes = new ArrayList<>(drawing.strokes().size());
    for (Stroke stroke : drawing.strokes()) {
      double[] path = new double[2 * stroke.points().size()];
      int end = 0;
      for (InkPoint point : stroke.points()) {
        // dividing first: 1 / half overflows for the smallest drawings
        path[end++] = (point.x() - middleX) / half * HALF_SIDE;
        path[end++] = (point.y() - middleY) / half * HALF_SIDE;
      }
      if (end > 0) {
        strokes.add(path);
      }
    }
    return strokes;
  }

  /** Returns the 784 pixels of the path drawn with the middle of its box at (x, y). */
  float[] draw(double x, double y) {
    PenRaster raster = new PenRaster();
    for (double[] path : strokes) {
      raster.line(x + path[0], y + path[1], x + path[0], y + path[1]);
      for (int i = 2; i < path.length; i += 2) {
        raster.line(x + path[i - 2], y + path[i - 1], x + path[i], y + path[i + 1]);
      }
    }
    return raster.ink();
  }
}
