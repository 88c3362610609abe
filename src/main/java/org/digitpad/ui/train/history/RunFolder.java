package org.digitpad.ui.train.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;
import org.digitpad.train.UnfinishedRun;
import org.digitpad.train.UnfinishedRuns;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Stores runs in the folder of the user's models. */
public final class RunFolder implements RunStore {
  private final Supplier<Path> folder;
  private @Nullable ModelLibrary library;

  /**
   * @param folder finds the folder, which is created when needed; may be slow
   */
  public RunFolder(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public List<LibraryModel> saved() {
    return library().all(skipped -> LoggerFactory.getLogger(RunFolder.class).warn(skipped)).stream()
        .filter(model -> !model.isCombination())
        .toList();
  }

  /** One for all calls, as it reads only files that have changed. */
  private synchronized ModelLibrary library() {
    if (library == null) {
      library = new ModelLibrary(folder.get());
    }
    return library;
  }

  @Override
  public UnfinishedRuns unfinished() throws IOException {
    return UnfinishedRuns.in(folder.get(), 1);
  }

  @Override
  public RunLock reserve(Architecture architecture) throws IOException {
    Path models = folder.get();
    for (int number = 1; ; number++) {
      Path output = models.resolve(ModelFile.name(architecture.name() + "-" + number));
      RunFiles files = new RunFiles(output);
      if (isUnused(output, files)) {
        Optional<RunLock> lock = RunLock.tryAcquire(files, RunLock.Holder.WINDOW);
        // another program may have trained a whole model in between
        if (lock.isPresent() && isUnused(output, files)) {
          return lock.get();
        }
        lock.ifPresent(RunLock::close);
      }
    }
  }

  private static boolean isUnused(Path output, RunFiles files) {
    return !Files.exists(output, LinkOption.NOFOLLOW_LINKS) && !files.hasCheckpoint();
  }

  @Override
  public RunLock reserve(UnfinishedRun run) throws IOException {
    RunLock lock = RunLock.acquire(run.files(), RunLock.Holder.WINDOW);
    if (run.exists()) {
      return lock;
    }
    lock.close();
    throw new BadInputException(Messages.get("ui.train.history.runGone"));
  }

  @Override
  public void delete(LibraryModel run) throws IOException {
    if (run.file().isPresent()) {
      Files.deleteIfExists(run.file().get());
    }
  }

  @Override
  public void copy(LibraryModel run, Path target) throws IOException {
    run.file().ifPresent(file -> AtomicFiles.requireDistinct(target, file));
    RunLock.requireFree(target);
    ModelFile.write(run.model(), target);
  }
}
