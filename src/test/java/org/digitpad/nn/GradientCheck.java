package org.digitpad.nn;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Compares a gradient in single precision with numerical derivatives of a function in double
 * precision.
 *
 * @param maxError largest |gradient − derivative| / (|derivative| + s), where s is the root mean
 *     square of the derivatives: relative for large derivatives, absolute for small ones
 * @param points number of derivatives
 * @param skipped number of these that were left out because the function has a kink there
 */
public record GradientCheck(double maxError, int points, int skipped) {
  /** Small enough to cross few kinks; the error of a central difference stays below 1e-8. */
  private static final double STEP = 1e-6;

  /** A kink is where the one-sided differences differ by more than this share of s. */
  private static final double KINK = 2e-5;

  /** Compares a gradient with central differences of {@code function} at some indices. */
  public static GradientCheck of(
      ToDoubleFunction<double[]> function, double[] at, float[] gradient, int[] indices) {
    double[] x = at.clone();
    double here = function.applyAsDouble(x);
    double[] derivatives = new double[indices.length];
    double[] jumps = new double[indices.length];
    for (int n = 0; n < indices.length; n++) {
      int i = indices[n];
      x[i] = at[i] + STEP;
      double above = function.applyAsDouble(x);
      x[i] = at[i] - STEP;
      double below = function.applyAsDouble(x);
      x[i] = at[i];
      derivatives[n] = (above - below) / (2 * STEP);
      jumps[n] = Math.abs(above - 2 * here + below) / STEP;
    }
    double scale = RandomNumbers.rootMeanSquare(derivatives);
    double maxError = 0;
    int skipped = 0;
    for (int n = 0; n < indices.length; n++) {
      double error = Math.abs(gradient[indices[n]] - derivatives[n]);
      if (jumps[n] > KINK * (Math.abs(derivatives[n]) + scale)) {
        skipped++;
      } else if (!(error == 0)) {
        maxError = Math.max(maxError, error / (Math.abs(derivatives[n]) + scale));
      }
    }
    return new GradientCheck(maxError, indices.length, skipped);
  }

  /** Combines two checks. */
  public GradientCheck and(GradientCheck other) {
    return new GradientCheck(
        Math.max(maxError, other.maxError), points + other.points, skipped + other.skipped);
  }

  @Override
  public String toString() {
    return "maximum error %.2g, %d of %d points skipped".formatted(maxError, skipped, points);
  }

  /** All indices of a vector. */
  public static int[] all(int length) {
    int[] indices = new int[length];
    Arrays.setAll(indices, i -> i);
    return indices;
  }
}
