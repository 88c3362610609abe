package org.digitpad.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.OtherDrawing;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;

/**
 * How well a model's score tells other drawings, such as letters, from digits. The score is {@link
 * Prediction#logSumExp}.
 *
 * @param correct number of digits whose most probable digit is the label
 * @param rightRejected share of those that are rejected all the same
 * @param kinds results for the kinds of other drawings, in alphabetical order, with look-alikes
 *     last
 */
public record OthersEvaluation(int correct, double rightRejected, List<KindResult> kinds) {
  /** The kind of all drawings that look like a digit. */
  public static final String LOOKALIKE = "lookalike";

  /** What looks like a digit, whatever its kind. */
  private static final Set<String> LOOKALIKES =
      Set.of(
          "O", "o", "Q", "D", "l", "I", "i", "S", "s", "Z", "z", "B", "q", "g", "b", "C", "c", "G",
          "|");

  /** Share of right digits that are kept where false positives are counted. */
  private static final double KEPT = 0.95;

  /** Share of right digits that are lost where caught drawings are counted. */
  private static final double LOST = 0.01;

  /**
   * Results for one kind of drawings.
   *
   * @param kind its name
   * @param samples number of drawings
   * @param rejected share that is rejected
   * @param auroc area under the ROC curve: the probability that a rightly read digit has a higher
   *     score than such a drawing; a tie counts half
   * @param fpr95 share that is kept if 95% of the rightly read digits are
   * @param caughtAt1 share that is rejected if 1% of the rightly read digits are
   */
  public record KindResult(
      String kind, int samples, double rejected, double auroc, double fpr95, double caughtAt1) {}

  public OthersEvaluation {
    kinds = List.copyOf(kinds);
  }

  /**
   * Evaluates a model.
   *
   * @param digits labeled digits, as {@link StrokesEvaluation#readDrawings} returns them
   * @param others drawings that are no digits
   */
  public static OthersEvaluation of(
      Model model, List<LabeledDrawing> digits, List<OtherDrawing> others) {
    Recognizer recognizer = new Recognizer(model);
    List<Prediction> right = new ArrayList<>();
    for (LabeledDrawing digit : digits) {
      Prediction prediction = recognizer.recognize(digit.drawing());
      if (prediction.label() == Objects.requireNonNull(digit.label())) {
        right.add(prediction);
      }
    }
    Map<String, List<Prediction>> byKind = new TreeMap<>();
    for (OtherDrawing other : others) {
      String kind = LOOKALIKES.contains(other.label()) ? LOOKALIKE : other.kind();
      byKind
          .computeIfAbsent(kind, name -> new ArrayList<>())
          .add(recognizer.recognize(other.drawing()));
    }
    double[] rightScores = scores(right);
    Map<String, List<Prediction>> ordered = new LinkedHashMap<>(byKind);
    List<Prediction> lookalikes = ordered.remove(LOOKALIKE);
    if (lookalikes != null) {
      ordered.put(LOOKALIKE, lookalikes);
    }
    return new OthersEvaluation(
        right.size(),
        rejected(right),
        ordered.entrySet().stream()
            .map(kind -> result(kind.getKey(), kind.getValue(), rightScores))
            .toList());
  }

  private static KindResult result(String kind, List<Prediction> predictions, double[] right) {
    double[] scores = scores(predictions);
    return new KindResult(
        kind,
        scores.length,
        rejected(predictions),
        auroc(right, scores),
        1 - shareBelow(threshold(right, 1 - KEPT), scores),
        shareBelow(threshold(right, LOST), scores));
  }

  private static double rejected(List<Prediction> predictions) {
    return (double) predictions.stream().filter(Prediction::rejected).count()
        / Math.max(1, predictions.size());
  }

  /** Returns the scores in ascending order. */
  private static double[] scores(List<Prediction> predictions) {
    return predictions.stream()
        .map(Prediction::logSumExp)
        .sorted(Comparator.naturalOrder())
        .mapToDouble(Float::doubleValue)
        .toArray();
  }

  /**
   * Returns the score below which at most this share of the scores lies.
   *
   * @param scores in ascending order
   */
  static double threshold(double[] scores, double share) {
    return scores.length == 0
        ? Double.NEGATIVE_INFINITY
        : scores[(int) Math.min(scores.length - 1, Math.floor(share * scores.length))];
  }

  private static double shareBelow(double threshold, double[] scores) {
    int below = 0;
    while (below < scores.length && scores[below] < threshold) {
      below++;
    }
    return (double) below / Math.max(1, scores.length);
  }

  /**
   * Returns the area under the ROC curve by the Mann–Whitney statistic.
   *
   * @param positives scores that should be high, in ascending order
   * @param negatives scores that should be low, in ascending order
   * @return between 0 and 1; 0.5 if there are no positives or no negatives
   */
  static double auroc(double[] positives, double[] negatives) {
    if (positives.length == 0 || negatives.length == 0) {
      return 0.5;
    }
    double pairs = 0;
    int below = 0;
    int notAbove = 0;
    for (double score : positives) {
      while (below < negatives.length && negatives[below] < score) {
        below++;
      }
      while (notAbove < negatives.length && negatives[notAbove] <= score) {
        notAbove++;
      }
      pairs += (below + notAbove) / 2.0;
    }
    return pairs / positives.length / negatives.length;
  }
}
