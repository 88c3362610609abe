package org.digitpad.ui.answer;

import org.digitpad.i18n.Messages;
import org.digitpad.recognize.Prediction;

/** A prediction as a sentence in plain words. */
final class VerdictText {
  /** Minimum probability for "almost certainly". */
  private static final double ALMOST_CERTAIN = 0.95;

  /** Minimum probability for "probably" rather than "perhaps". */
  private static final double PROBABLE = 0.6;

  /** Minimum probability for the second digit to be mentioned. */
  private static final double WORTH_NAMING = 0.15;

  /** Minimum probability of two digits together for a rejected drawing to be between them. */
  private static final double BETWEEN_TWO = 0.75;

  private VerdictText() {}

  /**
   * @param perhapsTwo whether a rejected drawing rather looks like two digits
   */
  static String of(Prediction prediction, boolean perhapsTwo) {
    if (prediction.rejected()) {
      return perhapsTwo ? Messages.get("ui.answer.verdict.two") : rejection(prediction);
    }
    int first = prediction.label();
    int second = runnerUp(prediction, first);
    double probability = prediction.probability(first);
    if (probability >= ALMOST_CERTAIN) {
      return Messages.get("ui.answer.verdict.almostCertain", first);
    }
    if (prediction.probability(second) >= WORTH_NAMING) {
      return Messages.get("ui.answer.verdict.either", first, second);
    }
    return probability >= PROBABLE
        ? Messages.get("ui.answer.verdict.probable", first)
        : Messages.get("ui.answer.verdict.possible", first);
  }

  /** Of a digit that is still being drawn, whose prediction is rejected while all are possible. */
  static String ofUnfinished(Prediction prediction) {
    if (!prediction.rejected()) {
      return of(prediction, false);
    }
    int first = prediction.label();
    return Messages.get("ui.answer.verdict.unfinished", first, runnerUp(prediction, first));
  }

  /** Says why: it is between two digits, or like none of them. */
  private static String rejection(Prediction prediction) {
    int first = prediction.label();
    int second = runnerUp(prediction, first);
    double both = prediction.probability(first) + prediction.probability(second);
    return prediction.probability(first) < 0.5 && both >= BETWEEN_TWO
        ? Messages.get(
            "ui.answer.verdict.between", Math.min(first, second), Math.max(first, second))
        : Messages.get("ui.answer.verdict.noDigit");
  }

  private static int runnerUp(Prediction prediction, int first) {
    int second = first == 0 ? 1 : 0;
    for (int digit = 0; digit < 10; digit++) {
      if (digit != first && prediction.probability(digit) > prediction.probability(second)) {
        second = digit;
      }
    }
    return second;
  }
}
