package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.RunLock;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.train.UnfinishedRuns;

/** Stores runs and their models. All methods may be slow. */
public interface RunStore {
  /** The bundled models first, then the user's own. */
  List<LibraryModel> saved();

  /** Runs that nobody trains now. */
  UnfinishedRuns unfinished() throws IOException;

  /**
   * Reserves a file for the next model, which does not exist yet.
   *
   * @return the reservation, to be closed after the training
   */
  RunLock reserve(Architecture architecture) throws IOException;

  /**
   * Reserves the files of a run to resume.
   *
   * @return the reservation, to be closed after the training
   * @throws org.digitpad.io.BadInputException if another program trains it, or it is gone
   */
  RunLock reserve(UnfinishedRun run) throws IOException;

  /** Deletes a model, unless it is bundled. */
  void delete(LibraryModel model) throws IOException;

  /**
   * Copies a model with its card to another file.
   *
   * @throws org.digitpad.io.BadInputException if that is the model's own file, or a training's
   */
  void copy(LibraryModel model, Path target) throws IOException;
}
