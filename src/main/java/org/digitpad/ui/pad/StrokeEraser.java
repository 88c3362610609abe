package org.digitpad.ui.pad;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.jspecify.annotations.Nullable;

/**
 * A round eraser that moves along a straight line, in canvas units. It erases the part of a path
 * whose ink it touches: no ink stays under it, and the round ends of what is left touch its edge.
 */
final class StrokeEraser {
  /** A shorter part is an error of rounding, in canvas units. */
  private static final double SHORTEST = 1e-6;

  private final InkPoint from;
  private final InkPoint to;
  private final double radius;
  private final double length;

  /**
   * @param from the center of the eraser at first
   * @param to the center of the eraser at last
   * @param radius radius of the eraser
   */
  StrokeEraser(InkPoint from, InkPoint to, double radius) {
    this.from = from;
    this.to = to;
    this.radius = radius;
    this.length = Math.hypot(to.x() - from.x(), to.y() - from.y());
  }

  /** A part of a line, from 0 at its start to 1 at its end. */
  private record Part(double start, double end) {}

  /** Whether the eraser touches the ink of a stroke. */
  boolean touches(Stroke stroke) {
    double reach = radius + stroke.penWidth() / 2;
    List<InkPoint> points = stroke.points();
    for (int i = points.size() == 1 ? 0 : 1; i < points.size(); i++) {
      if (erased(points.get(Math.max(0, i - 1)), points.get(i), reach) != null) {
        return true;
      }
    }
    return false;
  }

  /** Returns what is left of a stroke: the stroke itself if the eraser does not touch it. */
  List<Stroke> erase(Stroke stroke) {
    if (!touches(stroke)) {
      return List.of(stroke);
    }
    double reach = radius + stroke.penWidth() / 2;
    List<InkPoint> points = stroke.points();
    List<Stroke> pieces = new ArrayList<>();
    List<InkPoint> piece = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      InkPoint a = points.get(i - 1);
      InkPoint b = points.get(i);
      Part erased = erased(a, b, reach);
      if (erased == null) {
        addTo(piece, a);
        addTo(piece, b);
        continue;
      }
      double segment = Math.hypot(b.x() - a.x(), b.y() - a.y());
      if (erased.start * segment > SHORTEST) {
        addTo(piece, a);
        addTo(piece, between(a, b, erased.start));
      }
      if (!piece.isEmpty()) {
        pieces.add(new Stroke(piece, stroke.penWidth()));
        piece = new ArrayList<>();
      }
      if ((1 - erased.end) * segment > SHORTEST) {
        addTo(piece, between(a, b, erased.end));
        addTo(piece, b);
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(new Stroke(piece, stroke.penWidth()));
    }
    return pieces;
  }

  private static void addTo(List<InkPoint> piece, InkPoint point) {
    if (piece.isEmpty() || !piece.get(piece.size() - 1).equals(point)) {
      piece.add(point);
    }
  }

  private static InkPoint between(InkPoint a, InkPoint b, double share) {
    return new InkPoint(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()));
  }

  /** Returns the part of a line whose distance from the eraser's way is less than the reach. */
  private @Nullable Part erased(InkPoint a, InkPoint b, double reach) {
    if (Math.max(a.x(), b.x()) < Math.min(from.x(), to.x()) - reach
        || Math.min(a.x(), b.x()) > Math.max(from.x(), to.x()) + reach
        || Math.max(a.y(), b.y()) < Math.min(from.y(), to.y()) - reach
        || Math.min(a.y(), b.y()) > Math.max(from.y(), to.y()) + reach) {
      return null;
    }
    double segment = Math.hypot(b.x() - a.x(), b.y() - a.y());
    // the area is convex, so the parts in its circles and in its rectangle are one part
    Part part = union(inCircle(from, a, b, reach), inCircle(to, a, b, reach));
    if (length > 0) {
      part = union(part, inRectangle(a, b, reach));
    }
    if (part == null) {
      return null;
    }
    return segment == 0 || (part.end - part.start) * segment > SHORTEST ? part : null;
  }

  private static @Nullable Part union(@Nullable Part one, @Nullable Part other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new Part(Math.min(one.start, other.start), Math.max(one.end, other.end));
  }

  private static @Nullable Part inCircle(InkPoint center, InkPoint a, InkPoint b, double reach) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double px = a.x() - center.x();
    double py = a.y() - center.y();
    double outside = px * px + py * py - reach * reach;
    double square = dx * dx + dy * dy;
    if (square == 0) {
      return outside < 0 ? new Part(0, 1) : null;
    }
    double half = px * dx + py * dy;
    double root = half * half - square * outside;
    if (root <= 0) {
      return null;
    }
    return clipped((-half - Math.sqrt(root)) / square, (-half + Math.sqrt(root)) / square);
  }

  private @Nullable Part inRectangle(InkPoint a, InkPoint b, double reach) {
    double ex = (to.x() - from.x()) / length;
    double ey = (to.y() - from.y()) / length;
    double px = a.x() - from.x();
    double py = a.y() - from.y();
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    Part along = inStrip(px * ex + py * ey, dx * ex + dy * ey, 0, length);
    Part across = inStrip(py * ex - px * ey, dy * ex - dx * ey, -reach, reach);
    if (along == null || across == null) {
      return null;
    }
    return clipped(Math.max(along.start, across.start), Math.min(along.end, across.end));
  }

  /** Returns where a coordinate that runs from {@code start} by {@code change} is within limits. */
  private static @Nullable Part inStrip(double start, double change, double low, double high) {
    if (change == 0) {
      return start > low && start < high ? new Part(0, 1) : null;
    }
    double one = (low - start) / change;
    double other = (high - start) / change;
    return clipped(Math.min(one, other), Math.max(one, other));
  }

  private static @Nullable Part clipped(double start, double end) {
    double first = Math.max(0, start);
    double last = Math.min(1, end);
    return first < last ? new Part(first, last) : null;
  }
}
