package org.digitpad.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.digitpad.i18n.Messages;

/**
 * Writes files completely or not at all: to a temporary file beside the target, which is then moved
 * into place.
 */
public final class AtomicFiles {
  /** As many symbolic links as Linux follows before it reports a loop. */
  private static final int MAX_LINKS = 40;

  private AtomicFiles() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes the complete content. Flushing and closing are left to the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, replacing an existing one in a single step. Missing folders are created. On
   * failure the old file stays and no temporary file is left. A symbolic link is followed: the file
   * that it points to is replaced, not the link.
   *
   * @throws IOException if the target exists and is not a regular file, or writing or moving fails
   */
  public static void write(Path target, Content content) throws IOException {
    Path file = resolveLinks(target);
    Path temporary = temporarySibling(file);
    try {
      try (FileChannel channel =
              FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = Channels.newOutputStream(channel)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      moveIntoPlace(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Writes bytes to a file as {@link #write(Path, Content)} does.
   *
   * @throws IOException if writing or moving fails
   */
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, out -> out.write(bytes));
  }

  /**
   * Checks that a file can be written, by creating a temporary file beside it and deleting that
   * again. An existing file is not changed. Missing folders are created.
   *
   * @throws IOException if {@link #write(Path, Content)} would fail now
   */
  public static void probe(Path target) throws IOException {
    Files.delete(Files.createFile(temporarySibling(resolveLinks(target))));
  }

  /**
   * Checks that an output file is not at the same time an input file.
   *
   * @throws BadInputException if writing the target would overwrite the input
   */
  public static void requireDistinct(Path target, Path input) {
    try {
      if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
        throw new BadInputException(Messages.get("io.overwritesInput", target));
      }
    } catch (IOException e) {
      throw InputFile.unusable(input, e);
    }
  }

  /** Returns the path of a new temporary file in the folder of a file, which is created. */
  private static Path temporarySibling(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    // not Files.createTempFile, which makes files, and so the target, readable by the owner alone
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Follows symbolic links, even to a missing file; rejects anything but a regular file. */
  private static Path resolveLinks(Path target) throws IOException {
    Path file = target.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MAX_LINKS) {
        throw new FileSystemLoopException(target.toString());
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(
          target.toString(), null, Messages.get("io.reason.notRegularFile"));
    }
    return file;
  }

  /**
   * Moves a file within a folder, replacing the target, atomically where the file system supports
   * it.
   */
  public static void moveIntoPlace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
