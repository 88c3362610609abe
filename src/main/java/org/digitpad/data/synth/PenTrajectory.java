package org.digitpad.data.synth;

/**
 * The path of the pen in one stroke, in heights of the digit: points with coordinates to the right
 * and down. Mutable; its memory can hold one path after another.
 */
final class PenTrajectory {
  private double[] x;
  private double[] y;
  private int size;

  /** Takes the coordinates of all points; the arrays are not copied. */
  PenTrajectory(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    this.size = x.length;
  }

  /** Returns memory for paths that are yet to come. */
  static PenTrajectory empty() {
    return new PenTrajectory(new double[0], new double[0]);
  }

  /** The columns, which may be followed by values that do not belong to the path. */
  double[] x() {
    return x;
  }

  /** The rows, likewise. */
  double[] y() {
    return y;
  }

  int size() {
    return size;
  }

  /** Makes room for another path, whose coordinates are yet to be set. */
  void resize(int points) {
    if (points > x.length) {
      x = new double[2 * points];
      y = new double[2 * points];
    }
    size = points;
  }

  double length() {
    double length = 0;
    for (int i = 1; i < size; i++) {
      length += distance(i);
    }
    return length;
  }

  /** Returns the distance of a point from the one before it. */
  private double distance(int i) {
    double dx = x[i] - x[i - 1];
    double dy = y[i] - y[i - 1];
    return Math.sqrt(dx * dx + dy * dy);
  }

  /**
   * Copies equidistant points to another path; beyond its ends the path is extended in a straight
   * line.
   *
   * @param from position of the first point: its distance from the start along the path
   * @param to position of the last point
   * @param spacing upper limit of their distance
   * @return the target
   */
  PenTrajectory resample(double from, double to, double spacing, PenTrajectory target) {
    int count = Math.max(2, 1 + (int) Math.ceil((to - from) / spacing));
    target.resize(count);
    int segment = 0;
    double start = 0;
    double end = distance(1);
    for (int i = 0; i < count; i++) {
      double position = from + (to - from) * i / (count - 1);
      while (segment < size - 2 && end < position) {
        segment++;
        start = end;
        end = start + distance(segment + 1);
      }
      double span = end - start;
      double share = span > 0 ? (position - start) / span : 0;
      target.x[i] = x[segment] + share * (x[segment + 1] - x[segment]);
      target.y[i] = y[segment] + share * (y[segment + 1] - y[segment]);
    }
    return target;
  }
}
