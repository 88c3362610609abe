package org.digitpad.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.digitpad.ui.chart.ModelColors;
import org.digitpad.ui.train.data.DatasetChoice;
import org.digitpad.ui.train.history.RunStore;
import org.digitpad.ui.train.run.Trainer;

/**
 * What the Train tab needs from outside of the window.
 *
 * @param datasets the datasets to choose from, the default first
 * @param fromFolder makes a dataset of a folder
 * @param fromFile makes a dataset of a file
 * @param trainer trains models
 * @param runs stores models and checkpoints
 * @param colors colors of the models in charts
 */
public record TrainDependencies(
    List<DatasetChoice> datasets,
    Function<Path, DatasetChoice> fromFolder,
    Function<Path, DatasetChoice> fromFile,
    Trainer trainer,
    RunStore runs,
    ModelColors colors) {
  public TrainDependencies {
    datasets = List.copyOf(datasets);
  }
}
