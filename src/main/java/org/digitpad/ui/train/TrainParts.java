package org.digitpad.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What the room needs from outside of the window.
 *
 * @param data the sets to train on, the usual one first
 * @param ofFolder makes a set of a folder that people choose
 * @param ofFile makes a set of a file that people choose
 * @param trainer trains
 * @param runs where models and checkpoints are
 */
public record TrainParts(
    List<DataChoice> data,
    Function<Path, DataChoice> ofFolder,
    Function<Path, DataChoice> ofFile,
    Trainer trainer,
    RunStore runs) {
  public TrainParts {
    data = List.copyOf(data);
  }
}
