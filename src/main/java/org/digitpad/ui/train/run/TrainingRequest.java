package org.digitpad.ui.train.run;

import java.util.List;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingSettings;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.ui.train.data.DatasetChoice;
import org.jspecify.annotations.Nullable;

/**
 * What one press of a button asks for.
 *
 * @param settings what to train
 * @param sets where the images may be, the likeliest first
 * @param from the run to go on with; null to begin anew
 */
public record TrainingRequest(
    TrainingSettings settings, List<DatasetChoice> sets, @Nullable UnfinishedRun from) {
  /** Images, and the set that they are of. */
  record Images(DatasetChoice set, TrainingData data) {}

  /** A run from the start. */
  public static TrainingRequest anew(TrainingSettings settings, DatasetChoice set) {
    return new TrainingRequest(settings, List.of(set), null);
  }

  /** A run that goes on, with the number of threads that this machine has. */
  public static TrainingRequest on(UnfinishedRun run, int threads, List<DatasetChoice> sets) {
    return new TrainingRequest(run.settings().withThreads(threads), sets, run);
  }

  List<EpochMetrics> history() {
    return from == null ? List.of() : from.history();
  }

  /**
   * Loads the images; those of a run that goes on are looked for in all sets.
   *
   * @throws BadInputException if they are not there
   */
  Images load() {
    if (from == null) {
      return new Images(sets.get(0), sets.get(0).load().get());
    }
    for (DatasetChoice set : sets) {
      try {
        TrainingData data = set.load().get();
        if (from.trainedOn(data)) {
          return new Images(set, data);
        }
      } catch (BadInputException absent) {
        // another set may be the right one
      }
    }
    throw new BadInputException(
        "This training has learned from images that are not among the data on the left."
            + " Choose their folder there, or discard it.");
  }
}
