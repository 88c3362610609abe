package org.digitpad.train;

/**
 * What logits must be divided by so that probabilities are as sure as they are right: temperature
 * scaling (C. Guo et al., "On calibration of modern neural networks", ICML 2017, section 4.2).
 */
final class TemperatureScaling {
  /** Beyond these, networks have learned next to nothing, or are never wrong. */
  static final double LOWEST = 0.25;

  static final double HIGHEST = 4;

  private static final int HALVINGS = 40;

  private TemperatureScaling() {}

  /**
   * Finds the temperature at which the labels are likeliest.
   *
   * @param logits of each image, up to a constant: logarithms of probabilities will do
   * @param labels of each image
   * @return a temperature from {@link #LOWEST} to {@link #HIGHEST}
   */
  static double fit(float[][] logits, int[] labels) {
    // The loss is convex in the inverse of the temperature, so its slope has one zero.
    double low = 1 / HIGHEST;
    double high = 1 / LOWEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(logits, labels, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 2 / (low + high);
  }

  /** Derivative of the cross-entropy by the inverse temperature: Σ (Σ p z − z[label]). */
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
