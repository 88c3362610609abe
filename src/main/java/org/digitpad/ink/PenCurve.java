package org.digitpad.ink;

import java.util.Arrays;

/**
 * The way of the pen between points that are far apart. A fast pen is sampled at few points, and
 * straight lines between them would cut off loops and turns. So the path is a centripetal
 * Catmull-Rom spline there, which passes through all points and has no loops of its own (C. Yuksel
 * et al., "Parameterization and applications of Catmull-Rom curves", Computer-Aided Design 2011).
 */
final class PenCurve {
  /** Points at most so far apart, in pixels, are joined by straight lines. */
  private static final double MAX_STRAIGHT = 1.5;

  /** Lines that replace one line. */
  private static final int STEPS = 8;

  private PenCurve() {}

  /**
   * Returns a path with points added between those that are far apart.
   *
   * @param path coordinates x, y, x, y, … of at least one point, in pixels
   * @return the same array if there is nothing to add
   */
  static double[] through(double[] path) {
    if (!hasGap(path)) {
      return path;
    }
    double[] points = distinct(path);
    int last = points.length / 2 - 1;
    double[] curve = new double[2 * (1 + last * STEPS)];
    int end = append(curve, 0, points[0], points[1]);
    for (int i = 0; i < last; i++) {
      double length = distance(points, i, i + 1);
      if (length > MAX_STRAIGHT && last > 1) {
        end = bend(points, i, curve, end);
      }
      end = append(curve, end, points[2 * i + 2], points[2 * i + 3]);
    }
    return end == points.length ? path : Arrays.copyOf(curve, end);
  }

  private static boolean hasGap(double[] path) {
    for (int i = 1; i < path.length / 2; i++) {
      if (distance(path, i - 1, i) > MAX_STRAIGHT) {
        return path.length > 4;
      }
    }
    return false;
  }

  /** Appends the points between a point and the next. */
  private static int bend(double[] points, int i, double[] curve, int from) {
    int end = from;
    for (int step = 1; step < STEPS; step++) {
      double t = (double) step / STEPS;
      end = append(curve, end, at(points, i, 0, t), at(points, i, 1, t));
    }
    return end;
  }

  /**
   * Returns a coordinate of the cubic Hermite spline between a point and the next.
   *
   * @param axis 0 for x, 1 for y
   * @param t 0 to 1
   */
  private static double at(double[] points, int i, int axis, double t) {
    double from = points[2 * i + axis];
    double to = points[2 * i + 2 + axis];
    double span = Math.sqrt(distance(points, i, i + 1));
    double leaving = span * slope(points, i, i, axis);
    double arriving = span * slope(points, i + 1, i, axis);
    return from
        + t
            * (leaving
                + t
                    * (3 * (to - from)
                        - 2 * leaving
                        - arriving
                        + t * (2 * (from - to) + leaving + arriving)));
  }

  /** Returns the derivative at a point; at an end of the path, that of the only segment. */
  private static double slope(double[] points, int i, int segment, int axis) {
    double own = divided(points, segment, axis);
    int before = i - 1;
    if (before < 0 || i == points.length / 2 - 1) {
      return own;
    }
    double spanBefore = Math.sqrt(distance(points, before, i));
    double spanAfter = Math.sqrt(distance(points, i, i + 1));
    double across =
        (points[2 * i + 2 + axis] - points[2 * before + axis]) / (spanBefore + spanAfter);
    return divided(points, before, axis) - across + divided(points, i, axis);
  }

  private static double divided(double[] points, int i, int axis) {
    return (points[2 * i + 2 + axis] - points[2 * i + axis])
        / Math.sqrt(distance(points, i, i + 1));
  }

  private static double distance(double[] points, int i, int j) {
    double x = points[2 * j] - points[2 * i];
    double y = points[2 * j + 1] - points[2 * i + 1];
    return Math.sqrt(x * x + y * y);
  }

  /** Leaves out points that are where the one before them is. */
  private static double[] distinct(double[] path) {
    double[] points = new double[path.length];
    int end = append(points, 0, path[0], path[1]);
    for (int i = 1; i < path.length / 2; i++) {
      // below MIN_NORMAL quotients would be infinite
      if (distance(path, i - 1, i) >= Double.MIN_NORMAL) {
        end = append(points, end, path[2 * i], path[2 * i + 1]);
      }
    }
    return end == path.length ? path : Arrays.copyOf(points, end);
  }

  private static int append(double[] target, int end, double x, double y) {
    target[end] = x;
    target[end + 1] = y;
    return end + 2;
  }
}
