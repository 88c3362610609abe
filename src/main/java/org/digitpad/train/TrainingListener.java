package org.digitpad.train;

import org.digitpad.evaluate.Evaluation;
import org.digitpad.nn.model.EpochMetrics;

/** Hears how a training run goes, on the thread that trains: must be quick. */
public interface TrainingListener {
  /**
   * The run begins.
   *
   * @param epochs epochs that a checkpoint already holds; 0 for a run from the start
   */
  default void onStart(int epochs) {}

  /** A step has been taken. */
  void onStep(StepMetrics step);

  /** An epoch's weights have read the validation images; {@link #onEpoch} comes next. */
  default void onValidation(int epoch, Evaluation validation) {}

  /** An epoch is over, validated and kept in the checkpoint. */
  void onEpoch(EpochMetrics epoch);

  /**
   * A step within an epoch.
   *
   * @param epoch number from 1
   * @param step number from 1
   * @param steps steps in the epoch
   * @param loss mean cross-entropy of the epoch's images so far, in nats
   * @param accuracy share of the epoch's digits so far that were read right, 0 to 1
   * @param batchLoss mean cross-entropy of this step's images, in nats
   * @param batchAccuracy share of this step's digits that were read right, 0 to 1
   * @param seconds wall time of the epoch so far, pauses left out
   */
  record StepMetrics(
      int epoch,
      int step,
      int steps,
      double loss,
      double accuracy,
      double batchLoss,
      double batchAccuracy,
      double seconds) {}
}
