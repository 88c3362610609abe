package org.digitpad.ui.answer;

import org.digitpad.recognize.Prediction;

/** Says a prediction in words that a child understands. */
final class VerdictText {
  private static final double ALMOST_CERTAIN = 0.95;
  private static final double PROBABLE = 0.6;
  private static final double WORTH_NAMING = 0.15;

  private VerdictText() {}

  static String of(Prediction prediction) {
    if (prediction.rejected()) {
      return "Not a digit?";
    }
    int first = prediction.label();
    int second = runnerUp(prediction, first);
    double sure = prediction.probability(first);
    if (sure >= ALMOST_CERTAIN) {
      return "Almost certainly " + named(first);
    }
    if (prediction.probability(second) >= WORTH_NAMING) {
      String name = named(first);
      return "A" + name.substring(1) + ", or perhaps " + named(second);
    }
    return (sure >= PROBABLE ? "Probably " : "Perhaps ") + named(first);
  }

  private static String named(int digit) {
    return (digit == 8 ? "an " : "a ") + digit;
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
