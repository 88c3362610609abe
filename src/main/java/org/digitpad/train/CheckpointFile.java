package org.digitpad.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.kernel.Blas;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint of a run, and the one before it, in which the run goes on if the last is damaged.
 */
final class CheckpointFile {
  private final RunFiles files;
  private boolean replacing;

  CheckpointFile(RunFiles files) {
    this.files = files;
  }

  /**
   * What was found.
   *
   * @param checkpoint the newest intact checkpoint; null if there is none
   * @param damaged damaged checkpoints that are newer, or all if none is intact
   */
  record Found(@Nullable Checkpoint checkpoint, List<Path> damaged) {
    Found {
      damaged = List.copyOf(damaged);
    }
  }

  /**
   * Looks for the newest intact checkpoint. Changes nothing.
   *
   * @param condition what an intact checkpoint must fulfil in addition
   * @throws BadInputException if a checkpoint is of a newer version, or cannot be read
   */
  Found find(Predicate<Checkpoint> condition) {
    List<Path> damaged = new ArrayList<>();
    for (Path file : List.of(files.checkpoint(), files.previousCheckpoint())) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        try {
          Checkpoint checkpoint = Checkpoint.read(file);
          if (condition.test(checkpoint)) {
            return new Found(checkpoint, damaged);
          }
        } catch (DamagedCheckpointException cause) {
          // the one before may be intact
        }
        damaged.add(file);
      }
    }
    return new Found(null, damaged);
  }

  /**
   * Returns the checkpoint to go on from; empty if there is none. A damaged one is renamed, and the
   * one before is returned.
   *
   * @param stepsPerEpoch steps of the run in each epoch
   * @param notice receives a sentence if a damaged checkpoint was found, or if other BLAS kernels
   *     computed it than compute here
   * @throws BadInputException if no checkpoint is intact, or it is of another run
   * @throws IOException if a damaged checkpoint cannot be renamed
   */
  Optional<Checkpoint> resume(Checkpoint.Run run, int stepsPerEpoch, Consumer<String> notice)
      throws IOException {
    Found found = find(saved -> !saved.run().equals(run) || saved.fits(stepsPerEpoch));
    Checkpoint checkpoint = found.checkpoint();
    if (checkpoint == null) {
      if (found.damaged().isEmpty()) {
        return Optional.empty();
      }
      throw new BadInputException(Messages.get("train.checkpoint.damaged", found.damaged().get(0)));
    }
    if (!checkpoint.run().equals(run)) {
      throw new BadInputException(
          Messages.get(
              "train.checkpoint.otherRun", files.checkpoint(), checkpoint.run().description()));
    }
    for (Path aside : setAside(found.damaged())) {
      notice.accept(
          Messages.get(
              "train.checkpoint.setAside",
              files.checkpoint(),
              aside.getFileName(),
              checkpoint.history().size()));
    }
    String kernels = checkpoint.kernels();
    if (kernels != null && !kernels.equals(Blas.kernels())) {
      notice.accept(Messages.get("train.checkpoint.otherKernels", kernels, Blas.kernels()));
    }
    return Optional.of(checkpoint);
  }

  /**
   * Begins a new run. A damaged checkpoint is renamed; an intact one stays until the first of the
   * new run replaces it.
   *
   * @param notice receives a sentence if a damaged checkpoint was found
   * @throws BadInputException if a checkpoint is of a newer version, or cannot be read
   * @throws IOException if a damaged checkpoint cannot be renamed
   */
  void startOver(Consumer<String> notice) throws IOException {
    for (Path aside : setAside(find(saved -> true).damaged())) {
      notice.accept(
          Messages.get("train.checkpoint.renamed", files.checkpoint(), aside.getFileName()));
    }
    replacing = true;
  }

  /** Renames damaged checkpoints. */
  void setAsideDamaged() throws IOException {
    setAside(find(saved -> true).damaged());
  }

  private static List<Path> setAside(List<Path> damaged) throws IOException {
    List<Path> renamed = new ArrayList<>();
    for (Path file : damaged) {
      renamed.add(AtomicFiles.setAside(file));
    }
    return renamed;
  }

  /**
   * Checks that there is room for the checkpoints and the model of the rest of a run.
   *
   * @throws NotSavedException if there is not, or nothing can be written at all
   */
  void requireSpace(TrainingSettings settings) throws NotSavedException {
    NotSavedException.unlessSaved(
        files.checkpoint(),
        () ->
            AtomicFiles.probe(
                files.checkpoint(),
                space(settings, bytes(files.checkpoint()) + bytes(files.previousCheckpoint()))));
  }

  /**
   * Returns how many bytes the files of the rest of a run take at most beside those that are there.
   *
   * @param present bytes of the checkpoints that are there
   */
  static long space(TrainingSettings settings, long present) {
    int parameters = settings.architecture().parameterCount();
    // the metrics of an epoch take about 200 bytes, all else that is not a number some thousands
    long text = 10_000 + 250L * settings.epochs();
    long model = (long) Float.BYTES * parameters + text;
    long checkpoint = 3L * Float.BYTES * parameters + text;
    // two checkpoints, and the next one or the model while it is written
    long all =
        Math.min(settings.epochs(), 2) * checkpoint + (settings.epochs() > 2 ? checkpoint : model);
    return Math.max(model, all - present);
  }

  private static long bytes(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /**
   * Writes a checkpoint, and keeps the one before unless it is of another run.
   *
   * @throws NotSavedException if that fails, with the place and the reason
   */
  void write(Checkpoint checkpoint) throws NotSavedException {
    byte[] bytes = checkpoint.toBytes();
    NotSavedException.unlessSaved(
        files.checkpoint(),
        () -> {
          if (replacing) {
            Files.deleteIfExists(files.previousCheckpoint());
            AtomicFiles.write(files.checkpoint(), bytes);
          } else {
            AtomicFiles.writeKeepingPrevious(files.checkpoint(), bytes);
          }
        });
    replacing = false;
  }

  /** Deletes the checkpoint and the one before, if they are there. */
  void delete() throws IOException {
    // in this order, so that the last one never stays behind alone as if it were the newest
    Files.deleteIfExists(files.previousCheckpoint());
    Files.deleteIfExists(files.checkpoint());
  }
}
