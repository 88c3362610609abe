package org.digitpad.recognize.sequence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.digitpad.recognize.Prediction;

/**
 * What speaks for a partition of pieces into digits: features of each group and of each boundary
 * between neighbours, and their weights. This is a semi-Markov conditional random field (S.
 * Sarawagi, W. Cohen, "Semi-Markov conditional random fields for information extraction", NIPS
 * 2004). The weights have maximum likelihood for rows composed of the pen drawings of half the
 * writers, and for their single digits of several strokes.
 *
 * <p>Lengths are measured in heights of a digit, so that size does not matter.
 */
final class Evidence {
  /** Of a group, in the order of {@link #groupFeatures}. */
  private static final double[] GROUP_WEIGHTS = {0.3, 0.44, 0.64, -14.18, -1.0, -2.18};

  /** Of a boundary, in the order of {@link #boundaryFeatures}. */
  private static final double[] BOUNDARY_WEIGHTS = {-1.94, -21.37, -6.84, -11.48};

  /** Of a digit, in heights: an upright one is a line. */
  private static final double MIN_WIDTH = 0.05;

  /** The larger side of a digit in heights of the highest: smaller ones are suspicious. */
  private static final double MIN_SIZE = 0.7;

  /** Keeps dashes from being infinitely wide. */
  private static final double MIN_HEIGHT = 0.3;

  /** Strokes of a digit often miss each other by as much, in heights. */
  private static final double PLAIN_DISTANCE = 0.05;

  /** Digits of a row often differ by as much, in heights. */
  private static final double PLAIN_MISALIGNMENT = 0.15;

  /** What a single feature of the network may say, so that no drawing is settled by one alone. */
  private static final double MAX_EVIDENCE = 8;

  /** Margin of a plain digit, for networks that do not tell digits from others. */
  private static final double PLAIN_MARGIN = 6;

  private final double height;
  private final double minLogSumExp;
  private final Map<List<Piece>, Boolean> crossings = new HashMap<>();

  /**
   * @param height of a digit in the units of the points, positive
   * @param minLogSumExp of the network; -∞ if it does not tell digits from others
   */
  Evidence(double height, double minLogSumExp) {
    this.height = height;
    this.minLogSumExp = minLogSumExp;
  }

  /** Returns a group with what speaks for one digit. */
  Candidate candidate(List<Piece> pieces, BoundingBox box, Prediction prediction) {
    double score = dot(GROUP_WEIGHTS, groupFeatures(pieces, box, prediction));
    return new Candidate(pieces, box, prediction, score);
  }

  /** Returns what speaks for a boundary between two groups that follow each other. */
  double boundary(Candidate one, Candidate other) {
    return dot(BOUNDARY_WEIGHTS, boundaryFeatures(one, other));
  }

  /**
   * Features of a group: log probability of the label; how far log Σ exp of the logits is below and
   * above the least of a digit; how much smaller than a digit, how much wider than high, and how
   * far apart it is.
   */
  double[] groupFeatures(List<Piece> pieces, BoundingBox box, Prediction prediction) {
    double margin =
        minLogSumExp == Double.NEGATIVE_INFINITY
            ? PLAIN_MARGIN
            : prediction.logSumExp() - minLogSumExp;
    double size = Math.max(box.height(), box.width()) / height;
    return new double[] {
      Math.max(-MAX_EVIDENCE, Math.log(prediction.probability(prediction.label()))),
      clip(margin, -MAX_EVIDENCE, 0),
      clip(margin, 0, MAX_EVIDENCE),
      Math.max(0, MIN_SIZE - size),
      clip(box.width() / Math.max(box.height(), MIN_HEIGHT * height) - 1, 0, 3),
      clip(largestDistance(pieces) - PLAIN_DISTANCE, 0, 0.5)
    };
  }

  /**
   * Features of a boundary: its presence; how deep one digit lies within the other; how much they
   * overlap where their strokes cross; how much their upper and lower edges differ.
   */
  double[] boundaryFeatures(Candidate one, Candidate other) {
    return new double[] {
      1,
      clip(depth(one.box(), other.box()), 0, 0.3),
      cross(one, other) ? overlap(one.box(), other.box()) : 0,
      clip(misalignment(one.box(), other.box()) - PLAIN_MISALIGNMENT, 0, 0.5)
    };
  }

  private boolean cross(Candidate one, Candidate other) {
    if (one.box().gap(other.box()) > 0) {
      return false;
    }
    for (Piece a : one.pieces()) {
      for (Piece b : other.pieces()) {
        if (crossings.computeIfAbsent(List.of(a, b), pair -> a.crosses(b))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Share of the narrower box's x range that lies within the other's. */
  private double overlap(BoundingBox one, BoundingBox other) {
    double narrower = Math.min(one.width(), other.width());
    return clip(-one.gap(other) / Math.max(MIN_WIDTH * height, narrower), 0, 1);
  }

  /** How far the center of the narrower box lies within the x range of the other, in heights. */
  private double depth(BoundingBox one, BoundingBox other) {
    BoundingBox narrow = one.width() < other.width() ? one : other;
    BoundingBox wide = narrow == one ? other : one;
    return Math.min(narrow.centerX() - wide.x(), wide.right() - narrow.centerX()) / height;
  }

  /** How far the upper and lower edges of two boxes differ on average, in heights. */
  private double misalignment(BoundingBox one, BoundingBox other) {
    return (Math.abs(one.y() - other.y()) + Math.abs(one.bottom() - other.bottom())) / 2 / height;
  }

  private static double clip(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  private static double dot(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /** Longest edge of the minimum spanning tree (R. Prim 1957) of the pieces, in heights. */
  private double largestDistance(List<Piece> pieces) {
    int count = pieces.size();
    double[] nearest = new double[count];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    boolean[] joined = new boolean[count];
    double largest = 0;
    int current = 0;
    for (int step = 1; step < count; step++) {
      joined[current] = true;
      int next = -1;
      for (int i = 0; i < count; i++) {
        if (!joined[i]) {
          nearest[i] = Math.min(nearest[i], pieces.get(current).distance(pieces.get(i)));
          if (next < 0 || nearest[i] < nearest[next]) {
            next = i;
          }
        }
      }
      largest = Math.max(largest, nearest[next]);
      current = next;
    }
    return largest / height;
  }
}
