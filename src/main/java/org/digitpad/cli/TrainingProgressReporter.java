package org.digitpad.cli;

import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.EpochLine;
import org.digitpad.train.ProgressEstimator;
import org.digitpad.train.TrainingListener;

/** Prints a line for each epoch of a training run, and shows a progress bar in between. */
final class TrainingProgressReporter implements TrainingListener {
  private static final int DECIMALS = 4;

  private final Console console;
  private final boolean json;
  private final int epochs;
  private final ProgressEstimator estimator;
  private final ProgressBar progress;

  /**
   * Creates a reporter for one run.
   *
   * @param json prints epochs as JSON, and no progress
   * @param epochs number of epochs of the whole run
   * @param images number of images in an epoch
   */
  TrainingProgressReporter(Console console, boolean json, int epochs, int images) {
    this.console = console;
    this.json = json;
    this.epochs = epochs;
    this.estimator = new ProgressEstimator(epochs, images);
    this.progress = new ProgressBar(console);
  }

  @Override
  public void onNotice(String sentence) {
    console.printMessage(sentence);
  }

  @Override
  public void onStart(int epochsDone) {
    if (epochsDone > 0 && !json) {
      console.printMessage(
          Messages.get(
              "cli.train.resumed", Integer.toString(epochsDone), Integer.toString(epochs)));
    }
  }

  @Override
  public void onStep(StepMetrics step) {
    if (json) {
      return;
    }
    progress.show(
        ProgressEstimator.epochFraction(step),
        () ->
            Messages.get(
                "cli.train.progress",
                Integer.toString(step.epoch()),
                Integer.toString(epochs),
                Numbers.decimal(estimator.imagesPerSecond(step), 0),
                Numbers.decimal(step.loss(), DECIMALS),
                Numbers.decimal(step.accuracy(), DECIMALS),
                Numbers.decimal(estimator.remainingSeconds(step), 0)));
  }

  @Override
  public void onEpoch(EpochMetrics epoch) {
    estimator.add(epoch);
    if (json) {
      console.printJson(epoch);
      return;
    }
    progress.clear();
    console.print(EpochLine.of(epoch, epochs));
  }
}
