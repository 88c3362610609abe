package org.digitpad.train;

import org.digitpad.evaluate.Evaluation;
import org.digitpad.nn.model.EpochMetrics;

/** Receives the progress of a training run, on the training thread: must return quickly. */
public interface TrainingListener {
  /**
   * Something went wrong before the run that does not stop it.
   *
   * @param sentence for people
   */
  default void onNotice(String sentence) {}

  /**
   * The run starts or resumes.
   *
   * @param completedEpochs number of epochs in the checkpoint; 0 for a new run
   */
  default void onStart(int completedEpochs) {}

  /** A step is done. */
  void onStep(StepMetrics step);

  /** The parameters after an epoch are validated; {@link #onEpoch} follows. */
  default void onValidation(int epoch, Evaluation validation) {}

  /** An epoch is done, validated and saved in the checkpoint. */
  void onEpoch(EpochMetrics epoch);

  /**
   * Metrics after a step.
   *
   * @param epoch number from 1
   * @param step number from 1
   * @param steps number of steps in the epoch
   * @param loss mean cross-entropy of the epoch's images so far, in nats
   * @param accuracy share of the epoch's digits so far that were classified correctly, 0 to 1
   * @param batchLoss mean cross-entropy of this step's images, in nats
   * @param batchAccuracy share of this step's digits that were classified correctly, 0 to 1
   * @param seconds wall time of the epoch so far, without pauses
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
