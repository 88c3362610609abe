package org.digitpad.data.drawings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.ExclusiveLock;
import org.digitpad.io.FileErrors;
import org.digitpad.io.InputFile;
import org.slf4j.LoggerFactory;

/**
 * Keeps drawings in the file {@code drawings.jsonl}, which is replaced atomically; the one before
 * is kept too. A lock makes windows change it one after the other, each what it finds. A damaged
 * file is set aside, and one that cannot be read stays; neither is ever overwritten.
 */
public final class DrawingsFile implements DrawingStore {
  /** More than the largest number of points takes, in bytes. */
  static final int MAX_BYTES = 32 << 20;

  /** Another window holds the lock for some milliseconds; longer on a busy disk. */
  private static final int LOCK_ATTEMPTS = 3_000;

  private static final long LOCK_WAIT_NANOS = 10_000_000;

  private final Supplier<Path> folder;

  /**
   * @param folder returns the folder, which is created when needed; may be slow
   */
  public DrawingsFile(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public Content load() {
    Path file = file();
    try {
      return Files.exists(file) || Files.exists(AtomicFiles.previous(file))
          ? locked(() -> read(file))
          : new Content(List.of(), "");
    } catch (IOException cause) {
      LoggerFactory.getLogger(DrawingsFile.class).warn("cannot read {}", file, cause);
      return new Content(
          List.of(), Messages.get("data.drawings.unreadable", file, FileErrors.reason(cause)));
    }
  }

  @Override
  public Content update(UnaryOperator<List<KeptDrawing>> change) {
    Path file = file();
    try {
      return locked(
          () -> {
            Content found = read(file);
            List<KeptDrawing> changed = change.apply(found.drawings());
            if (!changed.equals(found.drawings())) {
              AtomicFiles.writeKeepingPrevious(file, DrawingsFormat.toBytes(changed));
            }
            return new Content(changed, found.note());
          });
    } catch (IOException cause) {
      throw new UncheckedIOException(
          Messages.get(
              "data.drawings.notWritable",
              file,
              FileErrors.reason(cause),
              DataFolders.HOME_VARIABLE),
          cause);
    }
  }

  @FunctionalInterface
  private interface Task {
    Content run() throws IOException;
  }

  private Content locked(Task task) throws IOException {
    Path file = folder.get().resolve(".drawings.lock");
    Optional<ExclusiveLock> lock = ExclusiveLock.tryAcquire(file);
    for (int attempt = 1; lock.isEmpty(); attempt++) {
      if (attempt == LOCK_ATTEMPTS) {
        throw new IOException(Messages.get("data.drawings.inUse"));
      }
      LockSupport.parkNanos(LOCK_WAIT_NANOS);
      lock = ExclusiveLock.tryAcquire(file);
    }
    ExclusiveLock held = lock.get();
    try {
      return task.run();
    } finally {
      held.close();
    }
  }

  private Path file() {
    return folder.get().resolve("drawings.jsonl");
  }

  /**
   * Reads the drawings, or those before the last change if they are damaged.
   *
   * @throws IOException if there is a file that cannot be read, although it may be intact
   */
  private static Content read(Path file) throws IOException {
    Path previous = AtomicFiles.previous(file);
    Path present = Files.exists(file) ? file : previous;
    if (!Files.exists(present)) {
      return new Content(List.of(), "");
    }
    try {
      return new Content(parse(present), "");
    } catch (BadInputException damaged) {
      LoggerFactory.getLogger(DrawingsFile.class).warn("{}", damaged.getMessage());
    }
    Path aside = AtomicFiles.setAside(present);
    if (Files.exists(previous)) {
      try {
        return new Content(parse(previous), Messages.get("data.drawings.previousUsed", aside));
      } catch (BadInputException damagedToo) {
        AtomicFiles.setAside(previous);
      }
    }
    return new Content(List.of(), Messages.get("data.drawings.damaged", aside));
  }

  private static List<KeptDrawing> parse(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException(Messages.get("io.reason.symbolicLink"));
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException(Messages.get("io.reason.notRegularFile"));
    }
    return DrawingsFormat.parse(InputFile.readAll(file, MAX_BYTES), file);
  }
}
