package org.digitpad.ui.train.run;

import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingSettings;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.ui.train.data.DatasetChoice;
import org.jspecify.annotations.Nullable;

/**
 * A request to train, as a press of a button makes it.
 *
 * @param settings the training settings
 * @param datasets where the images may be, the likeliest first
 * @param from the run to resume; null to start a new one
 */
public record TrainingRequest(
    TrainingSettings settings, List<DatasetChoice> datasets, @Nullable UnfinishedRun from) {
  /** Loaded images, and the dataset that they belong to. */
  record Images(DatasetChoice dataset, TrainingData data) {}

  /** A new run. */
  public static TrainingRequest start(TrainingSettings settings, DatasetChoice dataset) {
    return new TrainingRequest(settings, List.of(dataset), null);
  }

  /** An unfinished run, resumed with the number of threads of this machine. */
  public static TrainingRequest resume(
      UnfinishedRun run, int threads, List<DatasetChoice> datasets) {
    return new TrainingRequest(run.settings().withThreads(threads), datasets, run);
  }

  /** The epochs that are finished already. */
  List<EpochMetrics> history() {
    return from == null ? List.of() : from.history();
  }

  /**
   * Loads the images. Those of a resumed run are looked for in all datasets.
   *
   * @throws BadInputException if they are not found
   */
  Images load() {
    if (from == null) {
      return new Images(datasets.get(0), datasets.get(0).load().get());
    }
    for (DatasetChoice dataset : datasets) {
      try {
        TrainingData data = dataset.load().get();
        if (from.learnedFrom(data)) {
          return new Images(dataset, data);
        }
      } catch (BadInputException missing) {
        // another dataset may be the right one
      }
    }
    throw new BadInputException(Messages.get("ui.train.run.imagesNotFound"));
  }
}
