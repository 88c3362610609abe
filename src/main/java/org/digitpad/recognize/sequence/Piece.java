package org.digitpad.recognize.sequence;

import java.util.List;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/** A stroke or a part of one, with a coarse path for measuring distances. */
final class Piece {
  /** Points of the coarse path at most. A digit's stroke is three to ten times as long as high. */
  private static final int MAX_SAMPLES = 40;

  private final Stroke stroke;
  private final BoundingBox box;
  private final double[] xs;
  private final double[] ys;

  /**
   * @param stroke with at least one point
   */
  Piece(Stroke stroke) {
    this.stroke = stroke;
    this.box = BoundingBox.of(stroke.points());
    List<InkPoint> points = stroke.points();
    double[] lengths = PathLength.cumulative(points);
    int samples = lengths[lengths.length - 1] > 0 ? MAX_SAMPLES : 1;
    this.xs = new double[samples];
    this.ys = new double[samples];
    PathLength.sample(points, lengths, xs, ys);
  }

  Stroke stroke() {
    return stroke;
  }

  BoundingBox box() {
    return box;
  }

  /** Smallest distance of the two paths' samples, or 0 where they cross. */
  double distance(Piece other) {
    if (crosses(other)) {
      return 0;
    }
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < xs.length; i++) {
      for (int j = 0; j < other.xs.length; j++) {
        double dx = xs[i] - other.xs[j];
        double dy = ys[i] - other.ys[j];
        smallest = Math.min(smallest, dx * dx + dy * dy);
      }
    }
    return Math.sqrt(smallest);
  }

  /** Whether the paths cross. */
  boolean crosses(Piece other) {
    if (box.gap(other.box) > 0
        || Math.max(box.y(), other.box.y()) > Math.min(box.bottom(), other.box.bottom())) {
      return false;
    }
    for (int i = 1; i < xs.length; i++) {
      for (int j = 1; j < other.xs.length; j++) {
        if (side(this, i, other.xs[j - 1], other.ys[j - 1])
                    * side(this, i, other.xs[j], other.ys[j])
                < 0
            && side(other, j, xs[i - 1], ys[i - 1]) * side(other, j, xs[i], ys[i]) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** On which side of the segment that ends at a sample a point lies: the sign tells it. */
  private static double side(Piece piece, int end, double x, double y) {
    double fromX = piece.xs[end - 1];
    double fromY = piece.ys[end - 1];
    return Math.signum(
        (piece.xs[end] - fromX) * (y - fromY) - (piece.ys[end] - fromY) * (x - fromX));
  }
}
