package org.digitpad.nn;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Numerical derivatives of a double-precision function, by which gradients in single precision are
 * judged.
 *
 * @param worst largest |gradient − derivative| / (|derivative| + s), where s is the root mean
 *     square of the derivatives: relative for large ones, absolute for small ones
 * @param points derivatives taken
 * @param skipped of these, left out because the function has a kink there
 */
public record Differences(double worst, int points, int skipped) {
  /** Small enough to step over few kinks; the error of a central difference stays below 1e-8. */
  private static final double STEP = 1e-6;

  /** One-sided differences that differ by more of s than this show a kink. */
  private static final double KINK = 2e-5;

  /** Compares a gradient with central differences of {@code function} at the given indices. */
  public static Differences of(
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
    double worst = 0;
    int skipped = 0;
    for (int n = 0; n < indices.length; n++) {
      double error = Math.abs(gradient[indices[n]] - derivatives[n]);
      if (jumps[n] > KINK * (Math.abs(derivatives[n]) + scale)) {
        skipped++;
      } else if (!(error == 0)) {
        worst = Math.max(worst, error / (Math.abs(derivatives[n]) + scale));
      }
    }
    return new Differences(worst, indices.length, skipped);
  }

  /** Both together. */
  public Differences and(Differences other) {
    return new Differences(
        Math.max(worst, other.worst), points + other.points, skipped + other.skipped);
  }

  @Override
  public String toString() {
    return "worst %.2g, %d of %d points skipped".formatted(worst, skipped, points);
  }

  /** The indices of a whole vector. */
  public static int[] all(int length) {
    int[] indices = new int[length];
    Arrays.setAll(indices, i -> i);
    return indices;
  }
}
