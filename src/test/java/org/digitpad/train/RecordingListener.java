package org.digitpad.train;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.nn.model.EpochMetrics;

/** Keeps all that a training run reports, and can act after a step. */
final class RecordingListener implements TrainingListener {
  final List<StepMetrics> steps = new ArrayList<>();
  final List<EpochMetrics> epochs = new ArrayList<>();
  final List<Evaluation> validations = new ArrayList<>();
  final List<String> notices = new ArrayList<>();

  private final int actingStep;
  private final Runnable action;

  RecordingListener() {
    this(0, () -> {});
  }

  /**
   * @param step the step after which to act, counted from 1 over all epochs
   * @param action called on the training thread
   */
  RecordingListener(int step, Runnable action) {
    this.actingStep = step;
    this.action = action;
  }

  @Override
  public void onNotice(String sentence) {
    notices.add(sentence);
  }

  @Override
  public void onStep(StepMetrics step) {
    steps.add(step);
    if (steps.size() == actingStep) {
      action.run();
    }
  }

  @Override
  public void onValidation(int epoch, Evaluation validation) {
    validations.add(validation);
  }

  @Override
  public void onEpoch(EpochMetrics epoch) {
    epochs.add(epoch);
  }
}
