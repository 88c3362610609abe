package org.digitpad.train;

import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingListener.StepMetrics;

/** How fast a run goes and how long it will take, judged by what it took so far. */
public final class ProgressEstimator {
  private final int epochs;
  private final int images;
  private double earlierSeconds;
  private int earlierEpochs;

  /**
   * The pace of a run.
   *
   * @param epochs in the whole run
   * @param images in an epoch
   */
  public ProgressEstimator(int epochs, int images) {
    this.epochs = epochs;
    this.images = images;
  }

  /** Counts an epoch that this run has trained. */
  public void add(EpochMetrics epoch) {
    earlierSeconds += epoch.seconds();
    earlierEpochs++;
  }

  /** Training images a second in the epoch under way. */
  public double imagesPerSecond(StepMetrics step) {
    return done(step) * images / step.seconds();
  }

  /** Seconds until all epochs are trained. */
  public double secondsLeft(StepMetrics step) {
    double spent = earlierSeconds + step.seconds();
    double ahead = epochs - step.epoch() + 1 - done(step);
    return spent / (earlierEpochs + done(step)) * ahead;
  }

  /** Share of the epoch that is done, 0 to 1. */
  public static double done(StepMetrics step) {
    return (double) step.step() / step.steps();
  }
}
