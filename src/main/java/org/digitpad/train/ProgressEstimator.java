package org.digitpad.train;

import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingListener.StepMetrics;

/** Estimates the throughput of a run and its remaining time from the time taken so far. */
public final class ProgressEstimator {
  private final int epochs;
  private final int imagesPerEpoch;
  private double finishedSeconds;
  private int finishedEpochs;

  /**
   * @param epochs number of epochs in the whole run
   * @param imagesPerEpoch number of images in an epoch
   */
  public ProgressEstimator(int epochs, int imagesPerEpoch) {
    this.epochs = epochs;
    this.imagesPerEpoch = imagesPerEpoch;
  }

  /** Takes an epoch into account that was trained since the run was started or resumed. */
  public void add(EpochMetrics epoch) {
    finishedSeconds += epoch.seconds();
    finishedEpochs++;
  }

  /** Training images per second in the current epoch. */
  public double imagesPerSecond(StepMetrics step) {
    return epochFraction(step) * imagesPerEpoch / step.seconds();
  }

  /** Seconds until all epochs are trained. */
  public double remainingSeconds(StepMetrics step) {
    double seconds = finishedSeconds + step.seconds();
    double remainingEpochs = epochs - step.epoch() + 1 - epochFraction(step);
    return seconds / (finishedEpochs + epochFraction(step)) * remainingEpochs;
  }

  /** Fraction of the current epoch that is done, 0 to 1. */
  public static double epochFraction(StepMetrics step) {
    return (double) step.step() / step.steps();
  }
}
