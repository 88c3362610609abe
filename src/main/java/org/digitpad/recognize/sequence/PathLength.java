package org.digitpad.recognize.sequence;

import java.util.List;
import org.digitpad.ink.InkPoint;

/** Length along the path of the pen. */
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
}
