package org.digitpad.nn.dl4j;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * The one-cycle learning rate schedule: it rises from a fraction of the maximum to the maximum and
 * falls to almost zero, both along a cosine.
 *
 * <p>Source: L. Smith, N. Topin, "Super-convergence: very fast training of neural networks using
 * large learning rates", 2018; the cosine as in I. Loshchilov, F. Hutter, "SGDR", ICLR 2017.
 */
final class OneCycleSchedule implements ISchedule {
  private static final long serialVersionUID = 1L;

  /** Share of all steps in which the learning rate rises. */
  private static final double WARM_UP = 0.3;

  private static final double START_FRACTION = 1.0 / 25;
  private static final double END_FRACTION = START_FRACTION / 1e4;

  private final double maximum;
  private final int steps;

  /**
   * Creates a schedule for a whole training.
   *
   * @param maximum the highest learning rate
   * @param steps number of training steps
   */
  OneCycleSchedule(double maximum, int steps) {
    this.maximum = maximum;
    this.steps = steps;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    double top = Math.max(1, WARM_UP * steps);
    return iteration < top
        ? between(START_FRACTION, 1, iteration / top)
        : between(1, END_FRACTION, Math.min(1, (iteration - top) / Math.max(1, steps - 1 - top)));
  }

  /** Half a cosine wave from one fraction of the maximum at progress 0 to another at progress 1. */
  private double between(double from, double to, double progress) {
    return maximum * (to + (from - to) * (1 + Math.cos(Math.PI * progress)) / 2);
  }

  @Override
  public ISchedule clone() {
    return new OneCycleSchedule(maximum, steps);
  }
}
