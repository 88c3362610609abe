package org.digitpad.cli;

import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.ProgressEstimator;
import org.digitpad.train.TrainingListener;

/** Shows a training: its progress while it goes, a line after each epoch. */
final class TrainingProgressReporter implements TrainingListener {
  private final Console console;
  private final boolean json;
  private final int epochs;
  private final ProgressEstimator pace;
  private final ProgressBar progress;

  /**
   * A report.
   *
   * @param epochs in the whole run
   * @param images in an epoch
   */
  TrainingProgressReporter(Console console, boolean json, int epochs, int images) {
    this.console = console;
    this.json = json;
    this.epochs = epochs;
    this.pace = new ProgressEstimator(epochs, images);
    this.progress = new ProgressBar(console);
  }

  @Override
  public void onStart(int epochsDone) {
    if (epochsDone > 0 && !json) {
      console.say("Going on after epoch %d of %d.", epochsDone, epochs);
    }
  }

  @Override
  public void onStep(StepMetrics step) {
    if (json) {
      return;
    }
    progress.show(
        ProgressEstimator.epochFraction(step),
        "epoch %d/%d  %,.0f images/s  loss %.4f  acc %.4f  %.0fs left",
        step.epoch(),
        epochs,
        pace.imagesPerSecond(step),
        step.loss(),
        step.accuracy(),
        pace.remainingSeconds(step));
  }

  @Override
  public void onEpoch(EpochMetrics epoch) {
    pace.add(epoch);
    if (json) {
      console.printJson(epoch);
      return;
    }
    progress.clear();
    console.print(
        "Epoch %d/%d - %.1fs - loss: %.4f - acc: %.4f - val_loss: %.4f - val_acc: %.4f",
        epoch.epoch(),
        epochs,
        epoch.seconds(),
        epoch.loss(),
        epoch.accuracy(),
        epoch.valLoss(),
        epoch.valAccuracy());
  }
}
