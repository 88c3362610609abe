package org.digitpad.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.history.RunStore;
import org.digitpad.ui.train.run.Trainer;

/**
 * What the room needs from outside of the window.
 *
 * @param data the sets to train on, the usual one first
 * @param ofFolder makes a set of a folder that people choose
 * @param ofFile makes a set of a file that people choose
 * @param trainer trains
 * @param runs where models and checkpoints are
 */
public record TrainDependencies(
    List<DatasetChoice> data,
    Function<Path, DatasetChoice> ofFolder,
    Function<Path, DatasetChoice> ofFile,
    Trainer trainer,
    RunStore runs) {
  public TrainDependencies {
    data = List.copyOf(data);
  }
}
