package org.digitpad.ui.common;

import org.digitpad.evaluate.Evaluation;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingListener;

/** Passes every event on to another listener; subclasses add to that. */
public class ForwardingListener implements TrainingListener {
  private final TrainingListener listener;

  protected ForwardingListener(TrainingListener listener) {
    this.listener = listener;
  }

  @Override
  public void onStep(StepMetrics step) {
    listener.onStep(step);
  }

  @Override
  public void onValidation(int epoch, Evaluation validation) {
    listener.onValidation(epoch, validation);
  }

  @Override
  public void onEpoch(EpochMetrics epoch) {
    listener.onEpoch(epoch);
  }
}
