package org.digitpad.explain;

import org.digitpad.ink.DigitImage;
import org.digitpad.nn.kernel.NetworkTrace;
import org.digitpad.nn.kernel.TracedNetwork;
import org.digitpad.nn.kernel.TracedNetwork.Objective;

/**
 * How much each pixel speaks for a digit, or if negative against it.
 *
 * @param method how it was computed
 * @param digit the digit
 * @param objective what the values are parts or changes of
 * @param pixels 784 values, row-major; shared, not copied
 */
public record Attribution(Method method, int digit, Objective objective, float[] pixels) {
  private static final int SIDE = DigitImage.SIDE;

  /** Pixels on a side of the patches that hide the image from the network. */
  static final int PATCH = 4;

  /** Pixels from patch to patch: neighbors overlap by one, and the last ends with the image. */
  static final int STRIDE = 3;

  /** Ways to compute it. */
  public enum Method {
    /** What the digit loses where a blank patch hides a part of the image. */
    OCCLUSION,
    /** The exact gradient. */
    GRADIENT,
    /** The exact gradient times the image: what the ink adds, to the first order. */
    GRADIENT_TIMES_INPUT
  }

  /**
   * The exact gradient.
   *
   * @param trace of this network
   */
  public static Attribution gradient(
      TracedNetwork network, NetworkTrace trace, int digit, Objective objective) {
    return new Attribution(
        Method.GRADIENT, digit, objective, network.inputGradient(trace, digit, objective));
  }

  /** The gradient, times the image. */
  public static Attribution gradientTimesInput(
      TracedNetwork network, NetworkTrace trace, int digit, Objective objective) {
    float[] values = network.inputGradient(trace, digit, objective);
    for (int i = 0; i < values.length; i++) {
      values[i] *= trace.input()[i];
    }
    return new Attribution(Method.GRADIENT_TIMES_INPUT, digit, objective, values);
  }

  /**
   * Hides one patch of 4×4 pixels after the other, three pixels apart, and gives each pixel the
   * mean loss of the patches that cover it (M. Zeiler, R. Fergus, "Visualizing and understanding
   * convolutional networks", ECCV 2014). Patches without ink cost nothing.
   *
   * @param trace of this network, which takes images of 28×28 pixels
   */
  public static Attribution occlusion(
      TracedNetwork network, NetworkTrace trace, int digit, Objective objective) {
    float[] sums = new float[DigitImage.PIXELS];
    int[] counts = new int[DigitImage.PIXELS];
    float whole = value(trace.logits(), digit, objective);
    for (int top = 0; top + PATCH <= SIDE; top += STRIDE) {
      for (int left = 0; left + PATCH <= SIDE; left += STRIDE) {
        float[] image = trace.input().clone();
        boolean ink = false;
        for (int pixel = 0; pixel < PATCH * PATCH; pixel++) {
          int at = (top + pixel / PATCH) * SIDE + left + pixel % PATCH;
          ink |= image[at] > 0;
          image[at] = 0;
        }
        float loss = ink ? whole - value(network.logits(trace, image, top), digit, objective) : 0;
        for (int pixel = 0; pixel < PATCH * PATCH; pixel++) {
          int at = (top + pixel / PATCH) * SIDE + left + pixel % PATCH;
          sums[at] += loss;
          counts[at]++;
        }
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return new Attribution(Method.OCCLUSION, digit, objective, sums);
  }

  private static float value(float[] logits, int digit, Objective objective) {
    if (objective == Objective.LOGIT) {
      return logits[digit];
    }
    float largest = logits[0];
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return (float) (logits[digit] - largest - Math.log(sum));
  }
}
