package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.UnfinishedRun;

/** Where runs and their models are. All methods may be slow. */
public interface RunStore {
  /** The bundled models first, then the user's own. */
  List<LibraryModel> saved();

  /** The run to race against, epoch by epoch. */
  List<EpochMetrics> reference();

  /** Runs that can go on. */
  List<UnfinishedRun> unfinished() throws IOException;

  /** A file for the next model, which does not exist yet. */
  Path next(Architecture architecture);

  void delete(LibraryModel run) throws IOException;

  /** Copies a model with its card to a place of the user's. */
  void copy(LibraryModel run, Path target) throws IOException;
}
