package org.digitpad.recognize.sequence;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * Where a stroke that runs through two digits may be cut: at its corners and its turns up or down.
 * Between two such points the pen may also have been on its way from one digit to the next; then
 * this part of the stroke belongs to neither.
 */
final class StrokeCuts {
  /** Distance of the points at which the path is looked at, in heights of a digit. */
  private static final double STEP = 0.04;

  /** Points on either side of a point between which its angle is measured. */
  private static final int REACH = 3;

  /** Points examined at most; a longer stroke is looked at in larger steps. */
  private static final int MAX_POINTS = 400;

  private static final int MAX_CORNERS = 24;

  /** Cosine of the change of direction that makes a corner, 45°. */
  private static final double CORNER_COSINE = 0.7;

  /** How far the second digit's center is to the right of the first one's, in heights. */
  private static final double MIN_ADVANCE = 0.25;

  /** Least height of a digit, in heights of the highest. */
  private static final double MIN_HEIGHT = 0.5;

  private StrokeCuts() {}

  /** The two parts of a cut stroke, in the order of time. */
  record Cut(Piece first, Piece second) {}

  /** Returns the cuts that give two parts of plausible size, side by side. */
  static List<Cut> of(Piece piece, double height) {
    List<InkPoint> path = resampled(piece.stroke().points(), height);
    List<Integer> corners = corners(path);
    List<Cut> cuts = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      for (int j = i; j <= Math.min(i + 1, corners.size() - 1); j++) {
        List<InkPoint> first = path.subList(0, corners.get(i) + 1);
        List<InkPoint> second = path.subList(corners.get(j), path.size());
        if (plausible(BoundingBox.of(first), BoundingBox.of(second), height)) {
          double penWidth = piece.stroke().penWidth();
          cuts.add(
              new Cut(
                  new Piece(new Stroke(first, penWidth)), new Piece(new Stroke(second, penWidth))));
        }
      }
    }
    return cuts;
  }

  private static boolean plausible(BoundingBox first, BoundingBox second, double height) {
    return Math.abs(second.centerX() - first.centerX()) >= MIN_ADVANCE * height
        && Math.min(first.height(), second.height()) >= MIN_HEIGHT * height;
  }

  private static List<InkPoint> resampled(List<InkPoint> points, double height) {
    double[] lengths = PathLength.cumulative(points);
    double total = lengths[lengths.length - 1];
    int count = (int) Math.max(1, Math.min(MAX_POINTS, Math.round(total / (STEP * height))));
    double[] xs = new double[count + 1];
    double[] ys = new double[count + 1];
    PathLength.sample(points, lengths, xs, ys);
    List<InkPoint> path = new ArrayList<>(count + 1);
    for (int i = 0; i <= count; i++) {
      path.add(new InkPoint(xs[i], ys[i]));
    }
    return path;
  }

  /** Indices of the corners, and of the highest and lowest points between them. */
  private static List<Integer> corners(List<InkPoint> path) {
    List<Integer> corners = new ArrayList<>();
    double[] cosine = new double[path.size()];
    for (int i = REACH; i < path.size() - REACH; i++) {
      cosine[i] = cosine(path.get(i - REACH), path.get(i), path.get(i + REACH));
    }
    for (int i = REACH; i < path.size() - REACH && corners.size() < MAX_CORNERS; i++) {
      boolean corner = cosine[i] < CORNER_COSINE;
      for (int j = i - REACH; j <= i + REACH && corner; j++) {
        boolean measured = j >= REACH && j < path.size() - REACH;
        corner = !measured || cosine[j] > cosine[i] || (cosine[j] == cosine[i] && j >= i);
      }
      if (corner || turns(path, i)) {
        corners.add(i);
      }
    }
    return corners;
  }

  /** Whether the pen turns from up to down or from down to up. */
  private static boolean turns(List<InkPoint> path, int index) {
    double before = path.get(index).y() - path.get(index - 1).y();
    double after = path.get(index + 1).y() - path.get(index).y();
    return before * after < 0 || (before != 0 && after == 0);
  }

  private static double cosine(InkPoint before, InkPoint point, InkPoint after) {
    double inX = point.x() - before.x();
    double inY = point.y() - before.y();
    double outX = after.x() - point.x();
    double outY = after.y() - point.y();
    double lengths = Math.hypot(inX, inY) * Math.hypot(outX, outY);
    return lengths > 0 ? (inX * outX + inY * outY) / lengths : 1;
  }
}
