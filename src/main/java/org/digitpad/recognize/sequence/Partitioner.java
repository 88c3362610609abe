package org.digitpad.recognize.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.digitpad.ink.Drawing;
import org.digitpad.recognize.Recognizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the partition of a drawing's strokes into digits for which most evidence speaks. Groups are
 * pieces that follow each other in space or in time, and the best sequence of groups is found by
 * dynamic programming (the Viterbi algorithm on a lattice whose states are groups). Strokes of
 * groups that hardly look like a digit are then cut where that gives a better partition.
 */
final class Partitioner {
  /** More than people write; pens that lose contact leave more. */
  static final int MAX_PIECES_PER_DIGIT = 6;

  /** Largest gap within a digit, in heights of a digit. */
  private static final double MAX_GAP = 0.8;

  /** Largest ratio of a group's width to its height. */
  private static final double MAX_ASPECT_RATIO = 2.5;

  /** What a partition has to gain by a cut. Chosen so that single digits are not cut. */
  private static final double CUT_COST = 5;

  /** A digit with a higher score is not cut, unless it is wide. */
  private static final double MIN_PLAIN_SCORE = 1;

  /** A wider digit may be two, in heights of a digit. */
  private static final double MAX_PLAIN_WIDTH = 1.1;

  /** A narrower stroke is not cut, in heights of a digit. */
  private static final double MIN_CUT_WIDTH = 0.3;

  /** Bounds the time for drawings with many long strokes. */
  private static final int MAX_CUTS_TRIED = 64;

  /** With more pieces, none is cut: each cut takes a pass over all of them. */
  private static final int MAX_PIECES_TO_CUT = 30;

  /**
   * Digits of all pieces.
   *
   * @param digits from left to right
   * @param score what speaks for these digits, comparable for partitions of the same drawing
   */
  record Partition(List<Candidate> digits, double score) {}

  private final Recognizer recognizer;
  private final double height;
  private final Evidence evidence;
  private final Map<List<Piece>, Candidate> candidates = new HashMap<>();

  /**
   * Creates a partitioner for one drawing.
   *
   * @param height of a digit in the units of the points, positive
   */
  Partitioner(Recognizer recognizer, double height) {
    this.recognizer = recognizer;
    this.height = height;
    this.evidence = new Evidence(height, recognizer.minLogSumExp());
  }

  /**
   * Returns the best partition.
   *
   * @param strokes at least one, in the order of time
   */
  Partition partition(List<Piece> strokes) {
    List<Piece> pieces = strokes;
    Partition best = withoutCuts(pieces);
    if (strokes.size() > MAX_PIECES_TO_CUT) {
      return best;
    }
    Set<Piece> examined = new HashSet<>();
    int tried = 0;
    for (Piece piece = suspect(best, examined); piece != null; piece = suspect(best, examined)) {
      examined.add(piece);
      List<Piece> before = pieces;
      for (StrokeCuts.Cut cut : StrokeCuts.of(piece, height)) {
        if (tried++ == MAX_CUTS_TRIED) {
          return best;
        }
        List<Piece> after = replace(before, piece, cut);
        Partition partition = withoutCuts(after);
        double score = partition.score() - CUT_COST;
        if (score > best.score()) {
          best = new Partition(partition.digits(), score);
          pieces = after;
        }
      }
    }
    return best;
  }

  /** Returns a stroke that may run through two digits and is not examined yet. */
  private @Nullable Piece suspect(Partition partition, Set<Piece> examined) {
    return partition.digits().stream()
        .filter(
            digit ->
                digit.score() < MIN_PLAIN_SCORE || digit.box().width() > MAX_PLAIN_WIDTH * height)
        .flatMap(digit -> digit.pieces().stream())
        .filter(piece -> piece.box().width() > MIN_CUT_WIDTH * height && !examined.contains(piece))
        .findFirst()
        .orElse(null);
  }

  private static List<Piece> replace(List<Piece> pieces, Piece piece, StrokeCuts.Cut cut) {
    List<Piece> result = new ArrayList<>(pieces);
    int index = result.indexOf(piece);
    result.set(index, cut.first());
    result.add(index + 1, cut.second());
    return result;
  }

  /**
   * Digits are neighbours in space, and nearly always in time as well. Where they overlap, the
   * order in time is the better one; where bars are added at the end, that in space.
   */
  private Partition withoutCuts(List<Piece> pieces) {
    List<Integer> byTime = IntStream.range(0, pieces.size()).boxed().toList();
    List<Integer> byPosition =
        byTime.stream()
            .sorted(Comparator.comparingDouble(i -> pieces.get(i).box().centerX()))
            .toList();
    Partition inSpace = best(lattice(pieces, byPosition));
    if (byTime.equals(byPosition)) {
      return inSpace;
    }
    Partition inTime = best(lattice(pieces, byTime));
    return inTime.score() > inSpace.score() ? inTime : inSpace;
  }

  /**
   * Returns the groups of pieces that follow each other in an order: in row e and column n, the
   * group of the n pieces that end before place e; null where that cannot be a digit.
   */
  @Nullable Candidate[][] lattice(List<Piece> pieces, List<Integer> order) {
    @Nullable Candidate[][] lattice = new Candidate[order.size() + 1][MAX_PIECES_PER_DIGIT + 1];
    for (int end = 1; end <= order.size(); end++) {
      for (int length = 1; length <= Math.min(end, MAX_PIECES_PER_DIGIT); length++) {
        lattice[end][length] =
            candidate(order.subList(end - length, end).stream().sorted().map(pieces::get).toList());
      }
    }
    return lattice;
  }

  private @Nullable Candidate candidate(List<Piece> group) {
    if (group.size() > 1) {
      BoundingBox box = box(group);
      if (box.width() > MAX_ASPECT_RATIO * Math.max(box.height(), height / 2)
          || largestGap(group) > MAX_GAP * height) {
        return null;
      }
    }
    return candidates.computeIfAbsent(group, this::recognize);
  }

  private Candidate recognize(List<Piece> group) {
    return evidence.candidate(group, box(group), recognizer.recognize(drawing(group)));
  }

  /** The Viterbi algorithm. A single piece is always a candidate, so there is a partition. */
  private Partition best(@Nullable Candidate[][] lattice) {
    int count = lattice.length - 1;
    // state (e, n): the last of the digits before place e has n pieces
    double[][] scores = new double[count + 1][MAX_PIECES_PER_DIGIT + 1];
    int[][] previous = new int[count + 1][MAX_PIECES_PER_DIGIT + 1];
    for (int end = 1; end <= count; end++) {
      for (int length = 1; length <= Math.min(end, MAX_PIECES_PER_DIGIT); length++) {
        Candidate last = lattice[end][length];
        if (last == null) {
          continue;
        }
        int start = end - length;
        double best = start == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int before = 1; before <= Math.min(start, MAX_PIECES_PER_DIGIT); before++) {
          Candidate neighbour = lattice[start][before];
          if (neighbour != null) {
            double score = scores[start][before] + evidence.boundary(neighbour, last);
            if (score > best) {
              best = score;
              previous[end][length] = before;
            }
          }
        }
        scores[end][length] = best + last.score();
      }
    }
    return trace(lattice, scores, previous);
  }

  private static Partition trace(
      @Nullable Candidate[][] lattice, double[][] scores, int[][] previous) {
    int end = lattice.length - 1;
    int length = 1;
    for (int other = 2; other <= MAX_PIECES_PER_DIGIT; other++) {
      if (lattice[end][other] != null && scores[end][other] > scores[end][length]) {
        length = other;
      }
    }
    double score = scores[end][length];
    List<Candidate> digits = new ArrayList<>();
    while (end > 0) {
      Candidate digit = lattice[end][length];
      if (digit == null) {
        throw new IllegalStateException("no group ends at " + end);
      }
      digits.add(digit);
      int before = previous[end][length];
      end -= length;
      length = before;
    }
    digits.sort(Comparator.comparingDouble(digit -> digit.box().centerX()));
    return new Partition(digits, score);
  }

  /** Returns pieces as a drawing of their own. */
  Drawing drawing(List<Piece> pieces) {
    return new Drawing(pieces.stream().map(Piece::stroke).toList());
  }

  private static BoundingBox box(List<Piece> pieces) {
    return pieces.stream().map(Piece::box).reduce(BoundingBox::union).orElseThrow();
  }

  /** Largest gap between the x ranges of the pieces. */
  private static double largestGap(List<Piece> pieces) {
    double largest = 0;
    double right = Double.POSITIVE_INFINITY;
    List<BoundingBox> boxes =
        pieces.stream().map(Piece::box).sorted(Comparator.comparingDouble(BoundingBox::x)).toList();
    for (BoundingBox box : boxes) {
      largest = Math.max(largest, box.x() - right);
      right = right == Double.POSITIVE_INFINITY ? box.right() : Math.max(right, box.right());
    }
    return largest;
  }
}
