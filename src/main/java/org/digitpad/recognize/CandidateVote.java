package org.digitpad.recognize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.digitpad.ink.scan.InkBounds;
import org.digitpad.ink.scan.ScannedDigit;

/**
 * Decides which of the candidates that a picture was cleaned to is its digit. A network takes many
 * a rest of a line or of a letter for a digit, so that the best of dozens of candidates says little
 * alone. Candidates at the same place are therefore one hypothesis: it counts in how many ways of
 * cleaning it is there, how many of them read the same, and whether it is only a part of another
 * one that is there more often and is no digit.
 */
final class CandidateVote {
  /** Least overlap of the boxes of one hypothesis, as a share of their union. */
  private static final double MIN_OVERLAP = 0.7;

  /** Least share of a hypothesis' ways of cleaning that accept the same digit. */
  private static final double MIN_AGREEMENT = 0.4;

  /** Ways of cleaning that a digit is found in at least. */
  private static final int MIN_WAYS = 2;

  /** Least share of a box that is within another one of which it is a part. */
  private static final double MIN_WITHIN = 0.8;

  /** How many times as often a larger ink that is no digit must be found than its part that is. */
  private static final int MAX_CONTRADICTION = 2;

  /** How many units of a logit it is worth that twice as many ways of cleaning agree. */
  private static final double PER_DOUBLED_SUPPORT = 1;

  /**
   * A candidate that was read.
   *
   * @param score how much speaks for its label
   * @param way number of the way in which the picture was cleaned
   */
  record Candidate(ScannedDigit digit, Prediction prediction, double score, int way) {
    InkBounds box() {
      return digit.box();
    }
  }

  /** Candidates at one place. */
  private static final class Hypothesis {
    private final InkBounds box;
    private final List<Candidate> candidates = new ArrayList<>();

    Hypothesis(InkBounds box) {
      this.box = box;
    }

    long support() {
      return ways(candidates);
    }

    /** Returns the best candidate that is a digit, and how many ways lead to the same digit. */
    Optional<Candidate> best() {
      return candidates.stream()
          .filter(candidate -> !candidate.prediction.rejected())
          .max(Comparator.comparingDouble(Candidate::score));
    }

    long agreement(Candidate best) {
      return ways(
          candidates.stream()
              .filter(candidate -> !candidate.prediction.rejected())
              .filter(candidate -> candidate.prediction.label() == best.prediction.label())
              .toList());
    }

    private static long ways(List<Candidate> candidates) {
      return candidates.stream().mapToInt(Candidate::way).distinct().count();
    }
  }

  private final List<Hypothesis> hypotheses = new ArrayList<>();
  private final int minWays;

  /**
   * @param ways number of ways in which the picture was cleaned
   */
  CandidateVote(List<Candidate> candidates, int ways) {
    minWays = Math.min(MIN_WAYS, ways);
    for (Candidate candidate : candidates) {
      Hypothesis same =
          hypotheses.stream()
              .filter(hypothesis -> overlap(hypothesis.box, candidate.box()) >= MIN_OVERLAP)
              .findFirst()
              .orElse(null);
      if (same == null) {
        same = new Hypothesis(candidate.box());
        hypotheses.add(same);
      }
      same.candidates.add(candidate);
    }
  }

  /** Returns the digit, with a score that includes how many candidates agree. */
  Optional<Candidate> winner() {
    List<Candidate> winners = new ArrayList<>();
    Set<Hypothesis> rejected = new HashSet<>();
    for (Hypothesis hypothesis : hypotheses) {
      if (accepted(hypothesis).isEmpty()) {
        rejected.add(hypothesis);
      }
    }
    for (Hypothesis hypothesis : hypotheses) {
      boolean isPart = rejected.stream().anyMatch(other -> isPart(hypothesis, other));
      if (!isPart) {
        accepted(hypothesis).ifPresent(winners::add);
      }
    }
    return winners.stream().max(Comparator.comparingDouble(Candidate::score));
  }

  /**
   * Returns a candidate of the place that most ways of cleaning lead to, or nothing if no two ways
   * lead to the same: what is left of lines or of an edge differs from way to way.
   */
  Optional<Candidate> mostSupported() {
    return hypotheses.stream()
        .filter(hypothesis -> hypothesis.support() >= minWays)
        .max(Comparator.comparingLong(Hypothesis::support))
        .flatMap(
            hypothesis ->
                hypothesis.candidates.stream().max(Comparator.comparingDouble(Candidate::score)));
  }

  private Optional<Candidate> accepted(Hypothesis hypothesis) {
    return hypothesis
        .best()
        .filter(
            best ->
                hypothesis.agreement(best)
                    >= Math.max(minWays, MIN_AGREEMENT * hypothesis.support()))
        .map(
            best -> {
              double agreement = Math.log(hypothesis.agreement(best)) / Math.log(2);
              double score = best.score + PER_DOUBLED_SUPPORT * agreement;
              return new Candidate(best.digit, best.prediction, score, best.way);
            });
  }

  private static boolean isPart(Hypothesis part, Hypothesis whole) {
    return whole.support() > MAX_CONTRADICTION * part.support()
        && whole.box.longerSide() >= part.box.longerSide()
        && intersection(part.box, whole.box) >= MIN_WITHIN * area(part.box);
  }

  private static double overlap(InkBounds one, InkBounds other) {
    double both = intersection(one, other);
    return both / (area(one) + area(other) - both);
  }

  private static double area(InkBounds box) {
    return (double) box.width() * box.height();
  }

  private static double intersection(InkBounds one, InkBounds other) {
    double width = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    double height = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
    return Math.max(0, width) * Math.max(0, height);
  }
}
