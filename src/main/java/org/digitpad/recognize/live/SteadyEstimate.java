package org.digitpad.recognize.live;

import org.digitpad.nn.kernel.ArgMax;
import org.jspecify.annotations.Nullable;

/**
 * Keeps estimates of a growing drawing from flickering. They are averaged over the last tenth of a
 * second, and the odds of the digit that is the most probable one so far are raised (hysteresis),
 * so another one has to lead clearly to take its place. Not thread-safe.
 */
final class SteadyEstimate {
  /** Time in which the weight of an estimate falls to 1/e, in nanoseconds. */
  private static final double MEMORY = 110e6;

  /** What the odds of the most probable digit so far are multiplied by. */
  private static final double ADVANTAGE = Math.E;

  private float @Nullable [] mean;
  private int label;
  private long time;

  /**
   * Adds an estimate.
   *
   * @param estimate ten probabilities
   * @param nanos time of the estimate, in nanoseconds since any moment
   * @return the steady probabilities
   */
  float[] add(float[] estimate, long nanos) {
    float[] before = mean;
    if (before == null) {
      mean = estimate.clone();
      label = ArgMax.of(estimate);
      time = nanos;
      return estimate.clone();
    }
    float kept = (float) Math.exp(-Math.max(0, nanos - time) / MEMORY);
    time = nanos;
    float[] steady = new float[estimate.length];
    float sum = 0;
    for (int digit = 0; digit < estimate.length; digit++) {
      before[digit] = kept * before[digit] + (1 - kept) * estimate[digit];
      steady[digit] = before[digit] * (digit == label ? (float) ADVANTAGE : 1);
      sum += steady[digit];
    }
    for (int digit = 0; digit < estimate.length; digit++) {
      steady[digit] /= sum;
    }
    label = ArgMax.of(steady);
    return steady;
  }

  /** Forgets all estimates. */
  void clear() {
    mean = null;
  }
}
