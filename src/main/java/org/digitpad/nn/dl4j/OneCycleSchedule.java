package org.digitpad.nn.dl4j;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A rate that rises from a fraction to its peak and falls to nearly nothing, both along a cosine.
 *
 * <p>Source: L. Smith, N. Topin, "Super-convergence: very fast training of neural networks using
 * large learning rates", 2018; the cosine as in I. Loshchilov, F. Hutter, "SGDR", ICLR 2017.
 */
final class OneCycleSchedule implements ISchedule {
  private static final long serialVersionUID = 1L;

  /** Part of all steps in which the rate rises. */
  private static final double RISE = 0.3;

  private static final double START_FRACTION = 1.0 / 25;
  private static final double END_FRACTION = START_FRACTION / 1e4;

  private final double peak;
  private final int steps;

  /**
   * Plans {@code steps} steps.
   *
   * @param peak the highest rate
   */
  OneCycleSchedule(double peak, int steps) {
    this.peak = peak;
    this.steps = steps;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    double top = Math.max(1, RISE * steps);
    return iteration < top
        ? between(START_FRACTION, 1, iteration / top)
        : between(1, END_FRACTION, Math.min(1, (iteration - top) / Math.max(1, steps - 1 - top)));
  }

  /** Half a cosine wave from one fraction of the peak at progress 0 to another at progress 1. */
  private double between(double from, double to, double progress) {
    return peak * (to + (from - to) * (1 + Math.cos(Math.PI * progress)) / 2);
  }

  @Override
  public ISchedule clone() {
    return new OneCycleSchedule(peak, steps);
  }
}
