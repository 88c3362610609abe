package org.digitpad.explain;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.jspecify.annotations.Nullable;

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
    return between(points.get(next - 1), points.get(next), share);
  }

  /** The point at a share of the way from one point to another. */
  static InkPoint between(InkPoint from, InkPoint to, double share) {
    return new InkPoint(
        from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }

  /**
   * The place of the path that is nearest to a point.
   *
   * @param except distance from the start around which the path is left out
   * @param radius how far around it, along the path; negative to leave nothing out
   * @return null if all is left out
   */
  @Nullable InkPoint nearest(InkPoint target, double except, double radius) {
    InkPoint nearest = null;
    for (int i = 0; i < distances.length; i++) {
      InkPoint from = points.get(Math.max(0, i - 1));
      double share = nearestShare(from, points.get(i), target);
      InkPoint place = between(from, points.get(i), share);
      double at = distances[i] - (1 - share) * distance(from, points.get(i));
      if (Math.abs(at - except) > radius
          && (nearest == null || distance(place, target) < distance(nearest, target))) {
        nearest = place;
      }
    }
    return nearest;
  }

  /** How far along a line, from 0 to 1, it is nearest to a point. */
  private static double nearestShare(InkPoint from, InkPoint to, InkPoint target) {
    double x = to.x() - from.x();
    double y = to.y() - from.y();
    double squared = x * x + y * y;
    double along = (target.x() - from.x()) * x + (target.y() - from.y()) * y;
    return squared > 0 ? Math.max(0, Math.min(1, along / squared)) : 0;
  }
}
