package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.UnfinishedRun;
import org.slf4j.LoggerFactory;

/** Stores runs in the folder of the user's models. */
public final class RunFolder implements RunStore {
  private final Supplier<Path> folder;

  /**
   * @param folder finds the folder, which is created when needed; may be slow
   */
  public RunFolder(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public List<LibraryModel> saved() {
    return new ModelLibrary(folder.get())
        .all(skipped -> LoggerFactory.getLogger(RunFolder.class).warn(skipped));
  }

  @Override
  public List<UnfinishedRun> unfinished() throws IOException {
    return UnfinishedRun.in(folder.get(), 1);
  }

  @Override
  public Path nextFile(Architecture architecture) {
    Path models = folder.get();
    for (int number = 1; ; number++) {
      Path file = models.resolve(ModelFile.name(architecture.name() + "-" + number));
      if (!Files.exists(file) && !Files.exists(ModelTraining.checkpoint(file))) {
        return file;
      }
    }
  }

  @Override
  public void delete(LibraryModel run) throws IOException {
    if (run.file().isPresent()) {
      Files.deleteIfExists(run.file().get());
    }
  }

  @Override
  public void copy(LibraryModel run, Path target) throws IOException {
    ModelFile.write(run.model(), target);
  }
}
