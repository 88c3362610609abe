package org.digitpad.train;

/**
 * Temperature scaling: the divisor of the logits with which confidence matches accuracy (C. Guo et
 * al., "On calibration of modern neural networks", ICML 2017, section 4.2).
 */
final class TemperatureScaling {
  /** Reached by networks that are never wrong. */
  static final double MIN = 0.25;

  /** Reached by networks that have learned next to nothing. */
  static final double MAX = 4;

  private static final int BISECTIONS = 40;

  private TemperatureScaling() {}

  /**
   * Finds the temperature that minimizes the cross-entropy.
   *
   * @param logits images × classes, each row up to a constant: log-probabilities will do
   * @param labels label of each image
   * @return a temperature from {@link #MIN} to {@link #MAX}
   */
  static double fit(float[][] logits, int[] labels) {
    // The loss is convex in the inverse temperature, so bisection finds the zero of its slope.
    double low = 1 / MAX;
    double high = 1 / MIN;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (slope(logits, labels, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 2 / (low + high);
  }

  /**
   * Derivative of the cross-entropy with respect to the inverse temperature: Σ (Σ p z − z[label]).
   */
  private static double slope(float[][] logits, int[] labels, double inverse) {
    double slope = 0;
    for (int i = 0; i < labels.length; i++) {
      float[] z = logits[i];
      double largest = z[0];
      for (float logit : z) {
        largest = Math.max(largest, logit);
      }
      double sum = 0;
      double mean = 0;
      for (float logit : z) {
        double weight = Math.exp(inverse * (logit - largest));
        sum += weight;
        mean += weight * logit;
      }
      slope += mean / sum - z[labels[i]];
    }
    return slope;
  }
}
