package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.train.UnfinishedRun;

/** Stores runs and their models. All methods may be slow. */
public interface RunStore {
  /** The bundled models first, then the user's own. */
  List<SavedRun> saved();

  /**
   * Reads the model of a file.
   *
   * @throws org.digitpad.io.BadInputException if it is missing or damaged
   */
  SavedRun open(Path file);

  /** Runs that can be resumed. */
  List<UnfinishedRun> unfinished() throws IOException;

  /** A file for the next model, which does not exist yet. */
  Path nextFile(Architecture architecture);

  /** Deletes a run's model; does nothing if it is bundled. */
  void delete(SavedRun run) throws IOException;

  /** Copies a model with its card to another file. */
  void copy(SavedRun run, Path target) throws IOException;
}
