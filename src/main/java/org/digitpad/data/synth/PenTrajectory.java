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

  /** Returns the length of the path up to each point. */
  double[] lengths() {
    double[] lengths = new double[size()];
    for (int i = 1; i < size(); i++) {
      double dx = x[i] - x[i - 1];
      double dy = y[i] - y[i - 1];
      lengths[i] = lengths[i - 1] + Math.sqrt(dx * dx + dy * dy);
    }
    return lengths;
  }

  double length() {
    return lengths()[size() - 1];
  }

  /**
   * Returns the points at the given positions.
   *
   * @param positions distances from the start, ascending; beyond its ends the path is extended in a
   *     straight line
   */
  PenTrajectory at(double[] positions) {
    double[] lengths = lengths();
    double[] atX = new double[positions.length];
    double[] atY = new double[positions.length];
    int segment = 0;
    for (int i = 0; i < positions.length; i++) {
      while (segment < size() - 2 && lengths[segment + 1] < positions[i]) {
        segment++;
      }
      double span = lengths[segment + 1] - lengths[segment];
      double share = span > 0 ? (positions[i] - lengths[segment]) / span : 0;
      atX[i] = x[segment] + share * (x[segment + 1] - x[segment]);
      atY[i] = y[segment] + share * (y[segment + 1] - y[segment]);
    }
    return new PenTrajectory(atX, atY);
  }

  /**
   * Returns equidistant points.
   *
   * @param from position of the first point
   * @param to position of the last point
   * @param spacing upper limit of their distance
   */
  PenTrajectory resample(double from, double to, double spacing) {
    int count = Math.max(2, 1 + (int) Math.ceil((to - from) / spacing));
    double[] positions = new double[count];
    for (int i = 0; i < count; i++) {
      positions[i] = from + (to - from) * i / (count - 1);
    }
    return at(positions);
  }
}
