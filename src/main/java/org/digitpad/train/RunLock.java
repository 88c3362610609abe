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

  /** The part of the program that trains, for the sentence that others get. */
  public enum Holder {
    WINDOW("window"),
    COMMAND_LINE("command");

    private final String word;

    Holder(String word) {
      this.word = word;
    }
  }

  private RunLock(RunFiles files, ExclusiveLock lock) {
    this.files = files;
    this.lock = lock;
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
    // a length that hardly any other holder has, by which the file is found to be still the same
    int padding = ThreadLocalRandom.current().nextInt(MAX_PADDING);
    String text = holder.word + " " + ProcessHandle.current().pid() + " ".repeat(padding);
    try {
      while (true) {
        Object before = identity(files.lock());
        Optional<ExclusiveLock> lock = ExclusiveLock.tryAcquire(files.lock(), text);
        if (lock.isEmpty()) {
          return Optional.empty();
        }
        Object after = identity(files.lock());
        if (after.equals(before) && sizeOf(files.lock()) == text.length()) {
          return Optional.of(new RunLock(files, lock.get()));
        }
        // the file was missing, or another run has just deleted the one that is locked now
        lock.get().close();
      }
    } catch (IOException cause) {
      throw new NotSavedException(files.output(), cause);
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
   * Checks that no training uses the files of a run.
   *
   * @throws BadInputException if one does
   */
  public static void requireFree(RunFiles files) throws IOException {
    if (isHeld(files)) {
      throw inUse(files);
    }
  }

  /**
   * Checks that no training writes a file: as its model, or as one of its checkpoints.
   *
   * @throws BadInputException if one does
   */
  public static void requireFree(Path file) throws IOException {
    requireFree(new RunFiles(file));
    if (file.getFileName().toString().contains(RunFiles.CHECKPOINT)) {
      requireFree(RunFiles.ofCheckpoint(file));
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

  /** Gives the files free and leaves no lock file. */
  @Override
  public void close() {
    try {
      // while it is held: whoever locks a file that is deleted meanwhile looks for the new one
      if (!identity(files.lock()).equals(files.lock())) {
        Files.deleteIfExists(files.lock());
      }
      lock.close();
    } catch (IOException cause) {
      LoggerFactory.getLogger(RunLock.class).warn("{} stays locked", files.output(), cause);
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
