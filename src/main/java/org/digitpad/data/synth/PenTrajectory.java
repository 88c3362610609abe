package org.digitpad.data.synth;

/**
 * The pen's way in one stroke, in heights of the digit. Changed in place by whoever bends it.
 *
 * @param x to the right
 * @param y down
 */
record PenTrajectory(double[] x, double[] y) {
  int size() {
    return x.length;
  }

  /** Returns the length of the way up to each point. */
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
   * Returns the path with points at other places.
   *
   * @param at distances from the start, rising; outside the path it runs straight on
   */
  PenTrajectory at(double[] at) {
    double[] lengths = lengths();
    double[] atX = new double[at.length];
    double[] atY = new double[at.length];
    int piece = 0;
    for (int i = 0; i < at.length; i++) {
      while (piece < size() - 2 && lengths[piece + 1] < at[i]) {
        piece++;
      }
      double span = lengths[piece + 1] - lengths[piece];
      double share = span > 0 ? (at[i] - lengths[piece]) / span : 0;
      atX[i] = x[piece] + share * (x[piece + 1] - x[piece]);
      atY[i] = y[piece] + share * (y[piece + 1] - y[piece]);
    }
    return new PenTrajectory(atX, atY);
  }

  /** Returns points at even distances, one from {@code from} on and one at {@code to}. */
  PenTrajectory evenly(double from, double to, double spacing) {
    int count = Math.max(2, 1 + (int) Math.ceil((to - from) / spacing));
    double[] at = new double[count];
    for (int i = 0; i < count; i++) {
      at[i] = from + (to - from) * i / (count - 1);
    }
    return at(at);
  }
}
