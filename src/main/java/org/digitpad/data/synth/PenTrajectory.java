package org.digitpad.data.synth;

/**
 * The path of the pen in one stroke, in heights of the digit. Mutable: its arrays may be changed.
 *
 * @param x coordinates to the right
 * @param y coordinates down
 */
record PenTrajectory(double[] x, double[] y) {
  int size() {
    return x.length;
  }

  double length() {
    double length = 0;
    for (int i = 1; i < size(); i++) {
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
   * Returns equidistant points; beyond its ends the path is extended in a straight line.
   *
   * @param from position of the first point: its distance from the start along the path
   * @param to position of the last point
   * @param spacing upper limit of their distance
   */
  PenTrajectory resample(double from, double to, double spacing) {
    int count = Math.max(2, 1 + (int) Math.ceil((to - from) / spacing));
    double[] atX = new double[count];
    double[] atY = new double[count];
    int segment = 0;
    double start = 0;
    double end = distance(1);
    for (int i = 0; i < count; i++) {
      double position = from + (to - from) * i / (count - 1);
      while (segment < size() - 2 && end < position) {
        segment++;
        start = end;
        end = start + distance(segment + 1);
      }
      double span = end - start;
      double share = span > 0 ? (position - start) / span : 0;
      atX[i] = x[segment] + share * (x[segment + 1] - x[segment]);
      atY[i] = y[segment] + share * (y[segment + 1] - y[segment]);
    }
    return new PenTrajectory(atX, atY);
  }
}
