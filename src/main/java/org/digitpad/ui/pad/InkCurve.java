package org.digitpad.ui.pad;

import java.util.List;
import org.digitpad.ink.InkPoint;

/**
 * The curve that is shown for a stroke, as short straight lines. It passes through all points:
 * between two of them it is a cubic Hermite curve, whose tangent at a point is the direction of the
 * circle through the point and its neighbors. Where the pen turned sharply, the curve has a corner.
 *
 * <p>Lines, because JavaFX joins them by round joins at any angle. Within a Bézier curve that turns
 * back it joins nothing, and the stroke has a flat end there.
 */
public final class InkCurve {
  /** Length of the line for a stroke of one point: a line without length has no round caps. */
  private static final double DOT_LENGTH = 0.01;

  /** Cosine of the largest turn that is no corner: 60°. */
  private static final double CORNER = 0.5;

  /** How far a line may be off the curve, in canvas units. */
  private static final double TOLERANCE = 0.05;

  /**
   * Largest length of a tangent. It keeps the curve between distant points within 2 canvas units of
   * the straight line that the network sees.
   */
  private static final double MAX_SPEED = 24;

  private static final int MAX_LINES = 16;

  private InkCurve() {}

  /** Receives the ends of the lines, of which each begins where the last one ended. */
  @FunctionalInterface
  public interface Lines {
    void to(double x, double y);
  }

  /** A vector of length 1; of length 0 between equal points. */
  private record Direction(double x, double y) {
    static Direction between(InkPoint from, InkPoint to) {
      double length = distance(from, to);
      return length == 0
          ? new Direction(0, 0)
          : new Direction((to.x() - from.x()) / length, (to.y() - from.y()) / length);
    }

    double dot(Direction other) {
      return x * other.x + y * other.y;
    }
  }

  /**
   * Draws the curve between two points of a stroke. It depends on the points before and after them,
   * too.
   *
   * @param from index of the point at which the first line begins
   * @param to index of the point at which the last line ends
   */
  public static void draw(List<InkPoint> points, int from, int to, Lines lines) {
    if (points.size() == 1) {
      lines.to(points.get(0).x() + DOT_LENGTH, points.get(0).y());
    }
    for (int i = from; i < to; i++) {
      drawSegment(points, i, lines);
    }
  }

  private static void drawSegment(List<InkPoint> points, int i, Lines lines) {
    InkPoint from = points.get(i);
    InkPoint to = points.get(i + 1);
    Direction chord = Direction.between(from, to);
    Direction start = tangent(points, i, chord);
    Direction end = tangent(points, i + 1, chord);
    double length = distance(from, to);
    double speed = Math.min(length, MAX_SPEED);
    double turn = Math.acos(Math.max(-1, Math.min(1, start.dot(end))));
    double needed = Math.ceil(Math.sqrt(length * turn / (8 * TOLERANCE)));
    int count = (int) Math.min(needed, MAX_LINES);
    for (int k = 1; k < count; k++) {
      double t = (double) k / count;
      double h10 = t * (1 - t) * (1 - t) * speed;
      double h01 = t * t * (3 - 2 * t);
      double h11 = t * t * (t - 1) * speed;
      lines.to(
          (1 - h01) * from.x() + h10 * start.x + h01 * to.x() + h11 * end.x,
          (1 - h01) * from.y() + h10 * start.y + h01 * to.y() + h11 * end.y);
    }
    lines.to(to.x(), to.y());
  }

  /**
   * Returns the direction of the curve at a point.
   *
   * @param chord the direction between the point and a neighbor, which is that of the curve at ends
   *     and corners
   */
  private static Direction tangent(List<InkPoint> points, int i, Direction chord) {
    if (i == 0 || i == points.size() - 1) {
      return chord;
    }
    InkPoint before = points.get(i - 1);
    InkPoint point = points.get(i);
    InkPoint after = points.get(i + 1);
    Direction in = Direction.between(before, point);
    Direction out = Direction.between(point, after);
    if (in.dot(out) < CORNER) {
      return chord;
    }
    // the shorter way counts more
    double a = distance(point, after);
    double b = distance(before, point);
    double x = in.x * a + out.x * b;
    double y = in.y * a + out.y * b;
    double length = Math.hypot(x, y);
    return new Direction(x / length, y / length);
  }

  private static double distance(InkPoint a, InkPoint b) {
    return Math.hypot(b.x() - a.x(), b.y() - a.y());
  }
}
