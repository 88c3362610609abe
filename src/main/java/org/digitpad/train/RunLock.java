package org.digitpad.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.ExclusiveLock;
import org.digitpad.io.FileErrors;
import org.digitpad.io.FileState;
import org.slf4j.LoggerFactory;

/**
 * The right to write the files of a run. At most one training holds it, in this program or another,
 * and it is free again however that ends.
 */
public final class RunLock implements AutoCloseable {
  private static final Pattern HOLDER = Pattern.compile("(window|command) (\\d{1,10})");

  /** Looking whether a lock is held takes it for an instant, which another one may wait for. */
  private static final int ATTEMPTS = 20;

  private static final int MAX_PADDING = 1 << 12;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final RunFiles files;
  private final ExclusiveLock lock;

  /** What may be replaced: the file at the output when the lock was taken, or none. */
  private final Optional<FileState> replaceable;

  /** The part of the program that trains, for the sentence that others get. */
  public enum Holder {
    WINDOW("window"),
    COMMAND_LINE("command");

    private final String word;

    Holder(String word) {
      this.word = word;
    }
  }

  private RunLock(RunFiles files, ExclusiveLock lock, Optional<FileState> replaceable) {
    this.files = files;
    this.lock = lock;
    this.replaceable = replaceable;
  }

  /**
   * Takes the lock of a run.
   *
   * @throws BadInputException if another training holds it
   * @throws IOException if nothing can be locked in the folder
   */
  public static RunLock acquire(RunFiles files, Holder holder) throws IOException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      Optional<RunLock> lock = tryAcquire(files, holder);
      if (lock.isPresent()) {
        return lock.get();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return tryAcquire(files, holder).orElseThrow(() -> inUse(files));
  }

  /**
   * Takes the lock of a run, unless another training holds it.
   *
   * @throws IOException if nothing can be locked in the folder
   */
  public static Optional<RunLock> tryAcquire(RunFiles files, Holder holder) throws IOException {
    try {
      while (true) {
        Object before = identity(files.lock());
        Optional<ExclusiveLock> lock = ExclusiveLock.tryAcquire(files.lock());
        if (lock.isEmpty()) {
          return Optional.empty();
        }
        if (identity(files.lock()).equals(before)) {
          Optional<RunLock> acquired = acquired(files, lock.get(), holder);
          if (acquired.isPresent()) {
            return acquired;
          }
        }
        // the file was missing, or another run has just deleted the one that is locked now
        lock.get().close();
      }
    } catch (IOException cause) {
      throw new NotSavedException(files.lock(), cause);
    }
  }

  /**
   * Names the holder. Leaves no lock file if that fails, such as on a full disk.
   *
   * @return empty if the locked file is not that of the path, but was deleted
   */
  private static Optional<RunLock> acquired(RunFiles files, ExclusiveLock lock, Holder holder)
      throws IOException {
    // a length that hardly any other holder has: the system may give a new file the identity of
    // one that was deleted
    int padding = ThreadLocalRandom.current().nextInt(MAX_PADDING);
    String text = holder.word + " " + ProcessHandle.current().pid() + " ".repeat(padding);
    try {
      lock.setHolder(text);
      return sizeOf(files.lock()) == text.length()
          ? Optional.of(new RunLock(files, lock, FileState.of(files.output())))
          : Optional.empty();
    } catch (IOException cause) {
      release(files, lock);
      throw cause;
    }
  }

  /** Whether a training uses the files of a run now. */
  static boolean isHeld(RunFiles files) throws IOException {
    try {
      return ExclusiveLock.isHeld(files.lock());
    } catch (NoSuchFileException deletedMeanwhile) {
      return false;
    }
  }

  /**
   * Checks that no training writes a file: as its model, as a checkpoint, or as its lock.
   *
   * @throws BadInputException if one does, or that cannot be found out
   */
  public static void requireFree(Path file) {
    for (RunFiles files : RunFiles.writing(file)) {
      try {
        requireFree(files);
      } catch (IOException cause) {
        throw new BadInputException(
            Messages.get("train.lock.unusable", files.lock(), FileErrors.reason(cause)), cause);
      }
    }
  }

  private static void requireFree(RunFiles files) throws IOException {
    for (int attempt = 1; isHeld(files); attempt++) {
      if (attempt == ATTEMPTS) {
        throw inUse(files);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static BadInputException inUse(RunFiles files) {
    Matcher holder = HOLDER.matcher(ExclusiveLock.holder(files.lock()).orElse(""));
    if (!holder.matches()) {
      return new BadInputException(Messages.get("train.lock.held", files.output()));
    }
    String process = holder.group(2);
    return new BadInputException(
        holder.group(1).equals("window")
            ? Messages.get("train.lock.heldByWindow", files.output(), process)
            : Messages.get("train.lock.heldByCommand", files.output(), process));
  }

  /** The files that may be written. */
  public RunFiles files() {
    return files;
  }

  /**
   * Checks that there is no other file at the output than when the lock was taken.
   *
   * @throws OutputTakenException if there is
   */
  void requireUnchanged() throws IOException {
    Optional<FileState> now = FileState.of(files.output());
    if (now.isPresent() && !now.equals(replaceable)) {
      throw new OutputTakenException(files.output());
    }
  }

  /** Gives the files free and leaves no lock file. */
  @Override
  public void close() {
    release(files, lock);
  }

  private static void release(RunFiles files, ExclusiveLock lock) {
    try (lock) {
      // while it is held: whoever locks a file that is deleted meanwhile looks for the new one
      if (!identity(files.lock()).equals(files.lock())) {
        Files.deleteIfExists(files.lock());
      }
    } catch (IOException cause) {
      LoggerFactory.getLogger(RunLock.class).warn("{} is left", files.lock(), cause);
    }
  }

  private static long sizeOf(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException deletedMeanwhile) {
      return 0;
    }
  }

  /**
   * Tells a file from another one of the same name. Where the system cannot, it is the path, and
   * the lock file is never deleted. A missing file equals none.
   */
  private static Object identity(Path file) {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? file : key;
    } catch (IOException missing) {
      return new Object();
    }
  }
}
