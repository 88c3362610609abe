package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.train.UnfinishedRun;

/** Stores runs and their models. All methods may be slow. */
public interface RunStore {
  /** The bundled models first, then the user's own. */
  List<LibraryModel> saved();

  /** Runs that can be resumed. */
  List<UnfinishedRun> unfinished() throws IOException;

  /** A file for the next model, which does not exist yet. */
  Path nextFile(Architecture architecture);

  /** Deletes a model, unless it is bundled. */
  void delete(LibraryModel model) throws IOException;

  /** Copies a model with its card to another file. */
  void copy(LibraryModel model, Path target) throws IOException;
}
