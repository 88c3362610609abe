package org.digitpad.data.synth;

import java.util.List;
import org.digitpad.data.synth.WritingStyle.Knot;

/**
 * A smooth path through knots: a uniform Catmull-Rom spline (E. Catmull and R. Rom, "A class of
 * local interpolating splines", 1974) between each corner and the next.
 */
final class CatmullRomSpline {
  /** Points per segment between two knots. */
  private static final int STEPS = 10;

  private CatmullRomSpline() {}

  /** Returns the path through at least two knots. */
  static PenTrajectory through(List<Knot> knots) {
    int last = knots.size() - 1;
    double[] x = new double[last * STEPS + 1];
    double[] y = new double[last * STEPS + 1];
    for (int i = 0; i < last; i++) {
      Knot from = knots.get(i);
      Knot to = knots.get(i + 1);
      Knot before = i == 0 || from.corner() ? mirror(to, from) : knots.get(i - 1);
      Knot after = i + 1 == last || to.corner() ? mirror(from, to) : knots.get(i + 2);
      for (int step = 0; step < STEPS; step++) {
        double t = (double) step / STEPS;
        x[i * STEPS + step] = interpolate(before.x(), from.x(), to.x(), after.x(), t);
        y[i * STEPS + step] = interpolate(before.y(), from.y(), to.y(), after.y(), t);
      }
    }
    x[last * STEPS] = knots.get(last).x();
    y[last * STEPS] = knots.get(last).y();
    return new PenTrajectory(x, y);
  }

  /** Returns the knot beyond an end with which the path is extended in a straight line. */
  private static Knot mirror(Knot inner, Knot end) {
    return new Knot(2 * end.x() - inner.x(), 2 * end.y() - inner.y(), false);
  }

  private static double interpolate(double before, double from, double to, double after, double t) {
    double slope = to - before;
    double curve = 2 * before - 5 * from + 4 * to - after;
    double twist = 3 * (from - to) + after - before;
    return from + 0.5 * t * (slope + t * (curve + t * twist));
  }
}
