package org.digitpad.recognize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.ink.scan.InkCuts;
import org.digitpad.ink.scan.InkPart;
import org.digitpad.ink.scan.PictureInk;
import org.digitpad.ink.scan.ScannedDigit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the partition of the ink of a row into digits for which most evidence speaks. As in {@link
 * org.digitpad.recognize.sequence}, groups of parts that follow each other form a lattice, and the
 * Viterbi algorithm finds the best sequence. Parts of groups that hardly look like a digit are cut
 * into pieces where little ink is in the way, and the lattice joins the pieces again where they
 * belong together (Y. LeCun et al. 1998, "Gradient-based learning applied to document recognition",
 * calls this heuristic over-segmentation).
 */
final class InkPartitioner {
  /** A five with a hat, broken twice, and cut twice. */
  private static final int MAX_PARTS_PER_DIGIT = 8;

  /** With more parts the picture is no row of digits, and the time would not be bounded. */
  static final int MAX_PARTS = 60;

  /** Largest ratio of a group's width to its height. */
  private static final double MAX_ASPECT_RATIO = 1.6;

  /** What a partition has to gain by each cut. Chosen so that single digits are not cut. */
  private static final double CUT_COST = 2.5;

  /** A digit with a higher score is not cut, unless it is wide. */
  private static final double MIN_PLAIN_SCORE = 1.5;

  /** What each height by which a digit is wider than high costs. */
  private static final double WIDE = 8;

  /** A wider digit may be two, in heights of a digit. */
  private static final double MAX_PLAIN_WIDTH = 1.1;

  /** A wider piece is no digit, in heights of a digit. */
  private static final double MAX_PIECE_WIDTH = 1.3;

  /** A narrower part is not cut, in heights of a digit. */
  private static final double MIN_CUT_WIDTH = 0.3;

  /**
   * What may be one digit.
   *
   * @param score how much speaks for one digit
   */
  record Digit(
      List<InkPart> parts,
      InkBounds box,
      ScannedDigit scanned,
      Prediction prediction,
      double score) {}

  /**
   * Digits of all parts.
   *
   * @param digits from left to right
   * @param score comparable for partitions of the same ink
   */
  record Partition(List<Digit> digits, double score) {}

  private final Recognizer recognizer;
  private final PictureInk ink;
  private final double height;
  private final Map<List<InkPart>, Digit> digits = new HashMap<>();

  /** The part that each piece was cut from. */
  private final Map<InkPart, InkPart> wholes = new HashMap<>();

  /**
   * @param height of a digit in pixels of the ink
   */
  InkPartitioner(Recognizer recognizer, PictureInk ink, double height) {
    this.recognizer = recognizer;
    this.ink = ink;
    this.height = height;
  }

  /**
   * Returns the best partition.
   *
   * @param parts at least one
   */
  Partition partition(List<InkPart> parts) {
    Partition uncut = best(parts);
    Set<InkPart> suspects = new HashSet<>();
    for (Digit digit : uncut.digits) {
      if (digit.score < MIN_PLAIN_SCORE || digit.box.width() > MAX_PLAIN_WIDTH * height) {
        digit.parts.stream()
            .filter(part -> part.box().width() > MIN_CUT_WIDTH * height)
            .forEach(suspects::add);
      }
    }
    List<InkPart> pieces = new ArrayList<>();
    for (InkPart part : parts) {
      List<InkPart> cut = suspects.contains(part) ? cut(part) : List.of(part);
      cut.forEach(piece -> wholes.put(piece, part));
      pieces.addAll(cut);
    }
    if (pieces.size() == parts.size() || pieces.size() > MAX_PARTS) {
      return uncut;
    }
    Partition cut = best(pieces);
    return cut.score > uncut.score ? cut : uncut;
  }

  /**
   * Returns the digits in a part from left to right, or the part alone: the Viterbi algorithm on a
   * lattice whose states are the ink between two cuts.
   */
  private List<InkPart> cut(InkPart part) {
    InkCuts cuts = ink.cuts(part, height);
    int ends = cuts.count() + 2;
    @Nullable Digit[][] between = new Digit[ends][ends];
    double[][] scores = new double[ends][ends];
    int[][] previous = new int[ends][ends];
    for (int right = 1; right < ends; right++) {
      for (int left = 0; left < right; left++) {
        Digit digit =
            cuts.between(left, right)
                .filter(piece -> piece.box().width() <= MAX_PIECE_WIDTH * height)
                .map(piece -> digit(List.of(piece)))
                .orElse(null);
        between[left][right] = digit;
        scores[left][right] = Double.NEGATIVE_INFINITY;
        if (digit != null) {
          double best = left == 0 ? 0 : Double.NEGATIVE_INFINITY;
          for (int before = 0; before < left; before++) {
            Digit neighbor = between[before][left];
            if (neighbor != null) {
              double score = scores[before][left] + boundary(neighbor, digit) - CUT_COST;
              if (score > best) {
                best = score;
                previous[left][right] = before;
              }
            }
          }
          scores[left][right] = best + digit.score;
        }
      }
    }
    int right = ends - 1;
    int left = 0;
    for (int other = 1; other < right; other++) {
      left = scores[other][right] > scores[left][right] ? other : left;
    }
    List<InkPart> pieces = new ArrayList<>();
    while (right > 0) {
      Digit digit = between[left][right];
      if (digit == null) {
        return List.of(part);
      }
      pieces.add(0, digit.parts.get(0));
      int before = previous[left][right];
      right = left;
      left = before;
    }
    return pieces.size() == 1 ? List.of(part) : pieces;
  }

  /** The Viterbi algorithm. A single part is always a digit, so there is a partition. */
  private Partition best(List<InkPart> parts) {
    List<InkPart> order =
        parts.stream().sorted(Comparator.comparingDouble(part -> centerX(part.box()))).toList();
    int count = order.size();
    // state (e, n): the last of the digits before place e has n parts
    @Nullable Digit[][] last = new Digit[count + 1][MAX_PARTS_PER_DIGIT + 1];
    double[][] scores = new double[count + 1][MAX_PARTS_PER_DIGIT + 1];
    int[][] previous = new int[count + 1][MAX_PARTS_PER_DIGIT + 1];
    for (int end = 1; end <= count; end++) {
      for (int length = 1; length <= Math.min(end, MAX_PARTS_PER_DIGIT); length++) {
        int start = end - length;
        Digit digit = digit(order.subList(start, end));
        last[end][length] = digit;
        double best = start == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int before = 1; before <= Math.min(start, MAX_PARTS_PER_DIGIT); before++) {
          Digit neighbor = last[start][before];
          if (digit != null && neighbor != null) {
            double score = scores[start][before] + boundary(neighbor, digit);
            if (score > best) {
              best = score;
              previous[end][length] = before;
            }
          }
        }
        scores[end][length] = digit == null ? Double.NEGATIVE_INFINITY : best + digit.score;
      }
    }
    return trace(last, scores, previous);
  }

  private static Partition trace(@Nullable Digit[][] last, double[][] scores, int[][] previous) {
    int end = last.length - 1;
    int length = 1;
    for (int other = 2; other <= Math.min(end, MAX_PARTS_PER_DIGIT); other++) {
      length = scores[end][other] > scores[end][length] ? other : length;
    }
    double score = scores[end][length];
    List<Digit> digits = new ArrayList<>();
    while (end > 0) {
      Digit digit = last[end][length];
      if (digit == null) {
        throw new IllegalStateException("no digit ends at " + end);
      }
      digits.add(0, digit);
      int before = previous[end][length];
      end -= length;
      length = before;
    }
    return new Partition(digits, score);
  }

  @Nullable Digit digit(List<InkPart> parts) {
    InkBounds box = parts.stream().map(InkPart::box).reduce(InkBounds::union).orElseThrow();
    if (parts.size() > 1 && box.width() > MAX_ASPECT_RATIO * Math.max(box.height(), height / 2)) {
      return null;
    }
    return digits.computeIfAbsent(List.copyOf(parts), group -> recognize(group, box));
  }

  private Digit recognize(List<InkPart> parts, InkBounds box) {
    ScannedDigit scanned = ink.digit(parts);
    Prediction prediction = recognizer.recognize(scanned.image());
    double size = box.longerSide() / height;
    double aspect = box.width() / Math.max(box.height(), 0.3 * height);
    double margin =
        recognizer.minLogSumExp() == Double.NEGATIVE_INFINITY
            ? 6
            : prediction.logSumExp() - recognizer.minLogSumExp();
    double score =
        0.3 * Math.max(-8, Math.log(prediction.probability(prediction.label())))
            + 0.44 * clip(margin, -8, 0)
            + 0.64 * clip(margin, 0, 8)
            - 14.18 * Math.max(0, 0.7 - size)
            - 1.0 * clip(aspect - 1, 0, 3)
            - WIDE * clip(box.width() / height - 1, 0, 1);
    return new Digit(parts, box, scanned, prediction, score);
  }

  private double boundary(Digit one, Digit other) {
    double score =
        -1.94
            - 21.37 * clip(depth(one.box, other.box), 0, 0.3)
            - 11.48 * clip(misalignment(one.box, other.box) - 0.15, 0, 0.5);
    boolean cut =
        one.parts.stream()
            .anyMatch(
                a ->
                    wholes.containsKey(a)
                        && other.parts.stream().anyMatch(b -> wholes.get(a) == wholes.get(b)));
    return cut ? score - CUT_COST : score;
  }

  /** How far the center of the narrower box lies within the x range of the other, in heights. */
  private double depth(InkBounds one, InkBounds other) {
    InkBounds narrow = one.width() < other.width() ? one : other;
    InkBounds wide = narrow == one ? other : one;
    return Math.min(centerX(narrow) - wide.left(), wide.right() - centerX(narrow)) / height;
  }

  /** How far the upper and lower edges of two boxes differ on average, in heights. */
  private double misalignment(InkBounds one, InkBounds other) {
    return (Math.abs(one.top() - other.top()) + Math.abs(one.bottom() - other.bottom()))
        / 2.0
        / height;
  }

  private static double centerX(InkBounds box) {
    return box.left() + box.width() / 2.0;
  }

  private static double clip(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
