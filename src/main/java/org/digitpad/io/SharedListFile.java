package org.digitpad.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Keeps a list in a file, which is replaced atomically; the one before is kept too. A lock makes
 * windows change it one after the other, each what it finds. A damaged file is set aside, and one
 * that cannot be read stays; neither is ever overwritten. All methods may be slow.
 *
 * @param <T> immutable
 */
public final class SharedListFile<T> {
  /** Another window holds the lock for some milliseconds; longer on a busy disk. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Supplier<Path> file;
  private final int maxBytes;
  private final Format<T> format;

  // used with the lock only
  private @Nullable FileState seen;
  private List<T> seenItems = List.of();

  /**
   * How a list is written, and what users are told about its file.
   *
   * @param <T> immutable
   */
  public interface Format<T> {
    byte[] toBytes(List<T> items) throws IOException;

    /**
     * Parses what {@link #toBytes} has written.
     *
     * @param file name of the file in error messages
     * @throws BadInputException if the bytes are damaged
     * @throws IOException if they are of a newer version
     */
    List<T> parse(byte[] bytes, Path file) throws IOException;

    /** The sentence for a file that was damaged, with nothing left of it. */
    String damaged(Path aside);

    /** The sentence for a file that was damaged, in whose place the one before is used. */
    String previousUsed(Path aside);

    /** The sentence for a file that cannot be read. */
    String unreadable(Path file, String reason);
  }

  /**
   * What the file has now.
   *
   * @param note a sentence on what happened to what it had before; empty if nothing did
   */
  public record Content<T>(List<T> items, String note) {
    public Content {
      items = List.copyOf(items);
    }
  }

  /**
   * @param file returns the file; its folder is created when needed; may be slow
   * @param maxBytes the largest file that is read
   */
  public SharedListFile(Supplier<Path> file, int maxBytes, Format<T> format) {
    this.file = file;
    this.maxBytes = maxBytes;
    this.format = format;
  }

  /** Returns what is in the file; nothing with a note if it cannot be read. */
  public Content<T> load() {
    Path path = file.get();
    try {
      return Files.exists(path) || Files.exists(AtomicFiles.previous(path))
          ? locked(path, () -> read(path))
          : new Content<>(List.of(), "");
    } catch (IOException cause) {
      LoggerFactory.getLogger(SharedListFile.class).warn("cannot read {}", path, cause);
      return new Content<>(List.of(), format.unreadable(path, FileErrors.reason(cause)));
    }
  }

  /**
   * Changes what is in the file. Changes of other windows stay.
   *
   * @param change gets what is there at the moment
   * @return what is there then
   * @throws UncheckedIOException if nothing was changed, with a sentence for the user
   */
  public Content<T> update(UnaryOperator<List<T>> change) {
    Path path = file.get();
    try {
      return locked(
          path,
          () -> {
            Content<T> found = read(path);
            List<T> changed = List.copyOf(change.apply(found.items()));
            if (!changed.equals(found.items())) {
              seen = null;
              AtomicFiles.writeKeepingPrevious(path, format.toBytes(changed));
              remember(path, changed);
            }
            return new Content<>(changed, found.note());
          });
    } catch (IOException cause) {
      throw new UncheckedIOException(
          Messages.get(
              "io.list.notWritable", path, FileErrors.reason(cause), DataFolders.HOME_VARIABLE),
          cause);
    }
  }

  @FunctionalInterface
  private interface Task<T> {
    Content<T> run() throws IOException;
  }

  private Content<T> locked(Path path, Task<T> task) throws IOException {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    Path lockFile =
        path.resolveSibling(".%s.lock".formatted(dot > 0 ? name.substring(0, dot) : name));
    ExclusiveLock lock =
        ExclusiveLock.acquire(lockFile, PATIENCE)
            .orElseThrow(() -> new IOException(Messages.get("io.list.inUse")));
    try {
      return task.run();
    } finally {
      lock.close();
    }
  }

  /**
   * Reads the items, or those before the last change if they are damaged.
   *
   * @throws IOException if there is a file that cannot be read, although it may be intact
   */
  private Content<T> read(Path path) throws IOException {
    Path previous = AtomicFiles.previous(path);
    Path present = Files.exists(path) ? path : previous;
    if (!Files.exists(present)) {
      return new Content<>(List.of(), "");
    }
    if (seen != null && present.equals(path) && FileState.of(path).equals(Optional.of(seen))) {
      return new Content<>(seenItems, "");
    }
    try {
      List<T> items = parse(present);
      if (present.equals(path)) {
        remember(path, items);
      }
      return new Content<>(items, "");
    } catch (BadInputException damaged) {
      LoggerFactory.getLogger(SharedListFile.class).warn("{}", damaged.getMessage());
    }
    Path aside = AtomicFiles.setAside(present);
    if (Files.exists(previous)) {
      try {
        return new Content<>(parse(previous), format.previousUsed(aside));
      } catch (BadInputException damagedToo) {
        AtomicFiles.setAside(previous);
      }
    }
    return new Content<>(List.of(), format.damaged(aside));
  }

  /** Saves parsing the file again before the next change, if no other window has replaced it. */
  private void remember(Path path, List<T> items) throws IOException {
    seen = FileState.of(path).orElse(null);
    seenItems = List.copyOf(items);
  }

  private List<T> parse(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      throw new IOException(Messages.get("io.reason.symbolicLink"));
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException(Messages.get("io.reason.notRegularFile"));
    }
    return format.parse(InputFile.readAll(path, maxBytes), path);
  }
}
