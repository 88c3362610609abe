package org.digitpad.ui.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.ExclusiveLock;
import org.digitpad.io.FileErrors;
import org.digitpad.io.InputFile;
import org.digitpad.ui.pad.SavedCanvas;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Saves the content of the canvas as a file of pen strokes. Each window has a file of its own,
 * which it locks: the first {@code draft.jsonl}, a second one {@code draft-2.jsonl}. The draft
 * before the last change is kept. A damaged draft is set aside, and one that cannot be read stays;
 * neither is ever overwritten.
 */
public final class DraftFile implements DraftStore {
  /** Largest draft, in bytes: hours of drawing without a pause. */
  static final int MAX_BYTES = 16 << 20;

  /** More windows on one folder than anybody has open. */
  private static final int MAX_WINDOWS = 100;

  private final Supplier<Path> folder;
  private @Nullable Path file;

  /** What the file holds, so that restoring it does not replace the one before by the same. */
  private byte @Nullable [] latest;

  // released by the system when the program ends
  private @Nullable ExclusiveLock lock;

  /**
   * @param folder returns the folder, which is created when needed; may be slow
   */
  public DraftFile(Supplier<Path> folder) {
    this.folder = folder;
  }

  @Override
  public Restored load() {
    String unreadable = "";
    for (int window = 1; window <= MAX_WINDOWS; window++) {
      Path candidate = path(window);
      if (lock(candidate)) {
        file = candidate;
        try {
          Restored restored = read(candidate);
          return unreadable.isEmpty()
              ? withOtherDrawings(restored, window)
              : new Restored(restored.content(), unreadable);
        } catch (IOException cause) {
          LoggerFactory.getLogger(DraftFile.class).warn("cannot read {}", candidate, cause);
          unreadable =
              Messages.get("ui.draw.draft.unreadable", candidate, FileErrors.reason(cause));
          release();
        }
      }
    }
    return new Restored(Optional.empty(), unreadable);
  }

  @Override
  public void save(SavedCanvas content) {
    Path target = file == null ? path(1) : file;
    try {
      byte[] bytes = DraftFormat.toBytes(content);
      if (Arrays.equals(bytes, latest)) {
        return;
      }
      if (bytes.length > MAX_BYTES) {
        throw new IOException(Messages.get("ui.draw.draft.tooLarge"));
      }
      AtomicFiles.writeKeepingPrevious(target, bytes);
      latest = bytes;
    } catch (IOException cause) {
      throw new UncheckedIOException(
          Messages.get(
              "ui.draw.draft.notWritable",
              target,
              FileErrors.reason(cause),
              DataFolders.HOME_VARIABLE),
          cause);
    }
  }

  /**
   * Adds a note on a drawing of another window that was not closed by the user, if there is one.
   */
  private Restored withOtherDrawings(Restored restored, int window) {
    for (int other = 2; other <= MAX_WINDOWS && restored.note().isEmpty(); other++) {
      Path drawing = path(other);
      try {
        if (other != window
            && Files.isRegularFile(drawing)
            && !ExclusiveLock.isHeld(lockFile(drawing))
            && !DraftFormat.parse(InputFile.readAll(drawing, MAX_BYTES), drawing).isBlank()) {
          return new Restored(
              restored.content(), Messages.get("ui.draw.draft.otherWindow", drawing));
        }
      } catch (IOException | BadInputException unreadable) {
        LoggerFactory.getLogger(DraftFile.class).warn("cannot read {}", drawing, unreadable);
      }
    }
    return restored;
  }

  private static Path lockFile(Path draft) {
    return draft.resolveSibling("." + draft.getFileName() + ".lock");
  }

  private Path path(int window) {
    return folder.get().resolve(window == 1 ? "draft.jsonl" : "draft-" + window + ".jsonl");
  }

  /**
   * Returns false if another window has the draft. Where nothing can be locked, nothing is saved.
   */
  private boolean lock(Path candidate) {
    try {
      Optional<ExclusiveLock> acquired = ExclusiveLock.tryAcquire(lockFile(candidate));
      lock = acquired.orElse(null);
      return acquired.isPresent();
    } catch (IOException unwritable) {
      return true;
    }
  }

  private void release() throws UncheckedIOException {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a draft, or the one before it.
   *
   * @throws IOException if there is one that cannot be read, although it may be intact
   */
  private Restored read(Path draft) throws IOException {
    Path previous = AtomicFiles.previous(draft);
    try {
      Path present = Files.exists(draft) ? draft : previous;
      return new Restored(
          Files.exists(present) ? Optional.of(parse(present)) : Optional.empty(), "");
    } catch (BadInputException damaged) {
      LoggerFactory.getLogger(DraftFile.class).warn("{}", damaged.getMessage());
    }
    Path aside = AtomicFiles.setAside(Files.exists(draft) ? draft : previous);
    if (Files.exists(previous)) {
      try {
        return new Restored(
            Optional.of(parse(previous)), Messages.get("ui.draw.draft.previousUsed", aside));
      } catch (BadInputException damagedToo) {
        LoggerFactory.getLogger(DraftFile.class).warn("{}", damagedToo.getMessage());
        return new Restored(
            Optional.empty(),
            Messages.get(
                "ui.draw.draft.bothDamaged",
                aside,
                String.valueOf(AtomicFiles.setAside(previous).getFileName())));
      }
    }
    return new Restored(Optional.empty(), Messages.get("ui.draw.draft.damaged", aside));
  }

  private SavedCanvas parse(Path draft) throws IOException {
    if (Files.isSymbolicLink(draft)) {
      throw new IOException(Messages.get("io.reason.symbolicLink"));
    }
    if (!Files.isRegularFile(draft)) {
      throw new IOException(Messages.get("io.reason.notRegularFile"));
    }
    byte[] bytes = InputFile.readAll(draft, MAX_BYTES);
    SavedCanvas content = DraftFormat.parse(bytes, draft);
    latest = draft.equals(file) ? bytes : null;
    return content;
  }
}
