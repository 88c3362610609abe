package org.digitpad.ink;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of the pen in pixels, scaled so that its ink just fits into 20×20 pixels. The center of
 * its bounding box is (0, 0).
 *
 * @param penWidth diameter of the pen in pixels
 * @param strokes the coordinates x, y, x, y, … of each stroke that has points
 * @param halfWidth half the width of the bounding box, in pixels
 * @param halfHeight half the height of the bounding box, in pixels
 * @param originY the y in the drawing that became 0
 * @param unitsPerPixel units of the drawing per pixel; 0 for a dot
 */
public record FittedPath(
    double penWidth,
    List<double[]> strokes,
    double halfWidth,
    double halfHeight,
    double originY,
    double unitsPerPixel) {
  /** Side, in pixels, of the square that MNIST's digits fill. */
  public static final double BOX = 20;

  /**
   * A drawing no larger than this share of its pen width is a dot: nobody writes a digit with a pen
   * four times as wide as the digit, but the pen moves a little during a tap.
   */
  static final double MAX_DOT_SIZE_PER_PEN_WIDTH = 0.25;

  /** Fits a drawing with at least one point, for the pen that digits are recognized with. */
  public static FittedPath of(Drawing drawing) {
    return of(drawing, PenRasterizer.PEN_WIDTH);
  }

  /**
   * Fits a drawing with at least one point.
   *
   * @param penWidth diameter of the pen in pixels
   */
  public static FittedPath of(Drawing drawing, double penWidth) {
    StrokeBounds bounds = StrokeBounds.of(drawing.strokes());
    // halving before adding keeps the largest coordinates from overflowing
    double halfWidth = bounds.right() / 2 - bounds.left() / 2;
    double halfHeight = bounds.bottom() / 2 - bounds.top() / 2;
    double half = Math.max(halfWidth, halfHeight);
    InkPoint center = bounds.center();
    if (half <= drawing.penWidth() / 2 * MAX_DOT_SIZE_PER_PEN_WIDTH) {
      return new FittedPath(penWidth, List.of(new double[2]), 0, 0, center.y(), 0);
    }
    double halfSide = (BOX - penWidth) / 2;
    List<double[]> strokes = scale(drawing, center.x(), center.y(), half, halfSide);
    if (addCurves(strokes)) {
      return fitted(penWidth, strokes, center.y(), half / halfSide);
    }
    return new FittedPath(
        penWidth,
        strokes,
        halfWidth / half * halfSide,
        halfHeight / half * halfSide,
        center.y(),
        half / halfSide);
  }

  /** Bends the path where points are far apart; returns whether anything has changed. */
  private static boolean addCurves(List<double[]> strokes) {
    boolean changed = false;
    for (int i = 0; i < strokes.size(); i++) {
      double[] curve = PenCurve.through(strokes.get(i));
      changed |= curve != strokes.get(i);
      strokes.set(i, curve);
    }
    return changed;
  }

  /** Fits a path that may exceed the box, in place: curves reach beyond their points. */
  private static FittedPath fitted(
      double penWidth, List<double[]> strokes, double centerY, double unitsPerPixel) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (double[] path : strokes) {
      for (int i = 0; i < path.length; i += 2) {
        left = Math.min(left, path[i]);
        right = Math.max(right, path[i]);
        top = Math.min(top, path[i + 1]);
        bottom = Math.max(bottom, path[i + 1]);
      }
    }
    double halfWidth = (right - left) / 2;
    double halfHeight = (bottom - top) / 2;
    double scale = (BOX - penWidth) / 2 / Math.max(halfWidth, halfHeight);
    for (double[] path : strokes) {
      for (int i = 0; i < path.length; i += 2) {
        path[i] = (path[i] - (left + right) / 2) * scale;
        path[i + 1] = (path[i + 1] - (top + bottom) / 2) * scale;
      }
    }
    return new FittedPath(
        penWidth,
        strokes,
        scale * halfWidth,
        scale * halfHeight,
        centerY + (top + bottom) / 2 * unitsPerPixel,
        unitsPerPixel / scale);
  }

  private static List<double[]> scale(
      Drawing drawing, double centerX, double centerY, double half, double halfSide) {
    List<double[]> strokes = new ArrayList<>(drawing.strokes().size());
    for (Stroke stroke : drawing.strokes()) {
      double[] path = new double[2 * stroke.points().size()];
      int end = 0;
      for (InkPoint point : stroke.points()) {
        // dividing first: 1 / half overflows for the smallest drawings
        path[end++] = (point.x() - centerX) / half * halfSide;
        path[end++] = (point.y() - centerY) / half * halfSide;
      }
      if (end > 0) {
        strokes.add(path);
      }
    }
    return strokes;
  }

  /** Writes the 784 pixels of the path, drawn with the center of its bounding box at (x, y). */
  void rasterize(double x, double y, PenRasterizer rasterizer, float[] target) {
    rasterizer.clear(penWidth);
    for (double[] path : strokes) {
      rasterizer.drawLine(x + path[0], y + path[1], x + path[0], y + path[1]);
      for (int i = 2; i < path.length; i += 2) {
        rasterizer.drawLine(x + path[i - 2], y + path[i - 1], x + path[i], y + path[i + 1]);
      }
    }
    rasterizer.copyPixels(target);
  }
}
