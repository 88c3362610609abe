package org.digitpad.nn.kernel;

/** The logits of two networks together: the product of their unnormalized probabilities. */
public final class LogitSum {
  private LogitSum() {}

  /**
   * Classifies the inputs of two networks.
   *
   * @return the sum of their logits, a value for each class
   * @throws org.digitpad.io.BadInputException if parameters are so large that a result is not a
   *     number
   */
  public static float[] of(
      Classifier first, float[] firstInput, Classifier second, float[] secondInput) {
    float[] sum = first.classify(firstInput);
    float[] other = second.classify(secondInput);
    float offset = first.logSumExp() + second.logSumExp();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = log(sum[i]) + log(other[i]) + offset;
    }
    return sum;
  }

  /**
   * Divides logits by a temperature.
   *
   * @param logits overwritten
   * @return log Σ exp of the divided logits
   */
  public static float divide(float[] logits, double temperature) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (logits[i] / temperature);
      max = Math.max(max, logits[i]);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    return (float) (max + Math.log(sum));
  }

  /** Natural logarithm; finite for probabilities that underflow to 0 too. */
  private static float log(float probability) {
    return (float) Math.log(Math.max(probability, Float.MIN_NORMAL));
  }
}
