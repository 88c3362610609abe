package org.digitpad.explain;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/** A stroke measured along its path. */
final class StrokePath {
  private final List<InkPoint> points;

  /** Distance of each point from the start, along the path. */
  private final double[] distances;

  /**
   * @param stroke has at least one point
   */
  StrokePath(Stroke stroke) {
    this.points = stroke.points();
    this.distances = new double[points.size()];
    for (int i = 1; i < distances.length; i++) {
      distances[i] = distances[i - 1] + distance(points.get(i - 1), points.get(i));
    }
  }

  static double distance(InkPoint one, InkPoint other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  InkPoint start() {
    return points.get(0);
  }

  InkPoint end() {
    return points.get(points.size() - 1);
  }

  double length() {
    return distances[distances.length - 1];
  }

  /** The part between two distances from the start; both lie within the length. */
  List<InkPoint> part(double from, double to) {
    List<InkPoint> part = new ArrayList<>();
    part.add(at(from));
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] > from && distances[i] < to) {
        part.add(points.get(i));
      }
    }
    if (to > from) {
      part.add(at(to));
    }
    return part;
  }

  /** The point at a distance from the start. */
  InkPoint at(double distance) {
    int next = 0;
    while (next < distances.length - 1 && distances[next] < distance) {
      next++;
    }
    if (next == 0 || distances[next] <= distance) {
      return points.get(next);
    }
    double share = (distance - distances[next - 1]) / (distances[next] - distances[next - 1]);
    InkPoint from = points.get(next - 1);
    InkPoint to = points.get(next);
    return new InkPoint(
        from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }

  /**
   * The point of the path that is nearest to another point.
   *
   * @param except distance from the start around which the path is left out
   * @param radius how far around it, along the path; negative to leave nothing out
   * @return the number of the point; -1 if all are left out
   */
  int nearest(InkPoint target, double except, double radius) {
    int nearest = -1;
    for (int i = 0; i < distances.length; i++) {
      if (Math.abs(distances[i] - except) > radius
          && (nearest < 0
              || distance(points.get(i), target) < distance(points.get(nearest), target))) {
        nearest = i;
      }
    }
    return nearest;
  }

  InkPoint point(int index) {
    return points.get(index);
  }
}
