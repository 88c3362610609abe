package org.digitpad.recognize.sequence;

import java.util.List;
import org.digitpad.ink.InkPoint;

/** Lengths along the path of the pen. */
final class PathLength {
  private PathLength() {}

  /** The length of the path from its start to each of its points, in their units. */
  static double[] cumulative(List<InkPoint> points) {
    double[] lengths = new double[points.size()];
    for (int i = 1; i < lengths.length; i++) {
      InkPoint from = points.get(i - 1);
      InkPoint to = points.get(i);
      lengths[i] = lengths[i - 1] + Math.hypot(to.x() - from.x(), to.y() - from.y());
    }
    return lengths;
  }

  /**
   * Samples the path at equal distances, from its start to its end.
   *
   * @param lengths what {@link #cumulative} returned for the points
   * @param xs receives the coordinates of the samples; a single one is the start
   * @param ys as long as {@code xs}
   */
  static void sample(List<InkPoint> points, double[] lengths, double[] xs, double[] ys) {
    double total = lengths[lengths.length - 1];
    int next = 0;
    for (int i = 0; i < xs.length; i++) {
      double length = xs.length == 1 ? 0 : total * i / (xs.length - 1);
      while (next < points.size() - 1 && lengths[next] < length) {
        next++;
      }
      InkPoint from = points.get(Math.max(0, next - 1));
      InkPoint to = points.get(next);
      double step = next == 0 ? 0 : lengths[next] - lengths[next - 1];
      double share = step > 0 ? Math.min(1, (length - lengths[next - 1]) / step) : 1;
      xs[i] = from.x() + share * (to.x() - from.x());
      ys[i] = from.y() + share * (to.y() - from.y());
    }
  }
}
