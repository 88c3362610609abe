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

/** Writes files whole or not at all: beside the target first, then moved into place. */
public final class AtomicFiles {
  /** As many as Linux follows before it calls them a loop. */
  private static final int MOST_LINKS = 40;

  private AtomicFiles() {}

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; need not flush or close. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, replacing the old one in a single step. Missing folders are made. On failure the
   * old file stays, and nothing else is left. A symbolic link stays one: the file that it leads to
   * is replaced.
   *
   * @throws IOException if the target is anything but a regular file, or writing or moving fails
   */
  public static void write(Path target, Content content) throws IOException {
    Path file = destination(target);
    Path temporary = placeBeside(file);
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
   * Finds out whether a file can be written, by beginning to; what is there stays as it is. Missing
   * folders are made.
   *
   * @throws IOException if {@link #write(Path, Content)} would fail now
   */
  public static void probe(Path target) throws IOException {
    Files.delete(Files.createFile(placeBeside(destination(target))));
  }

  /**
   * Keeps people from losing what they give to read.
   *
   * @throws BadInputException if writing the target would replace the input
   */
  public static void requireApart(Path target, Path input) {
    try {
      if (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input)) {
        throw new BadInputException(
            target + " would be written over while it is read; name another file to write.");
      }
    } catch (IOException e) {
      throw InputFile.unusable(input, e);
    }
  }

  /** Names a file that is not there yet, in a folder that is. */
  private static Path placeBeside(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    // not Files.createTempFile: its files are for the owner alone, and the target would be too
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Follows symbolic links, also where there is no file yet; refuses what is no regular file. */
  private static Path destination(Path target) throws IOException {
    Path file = target.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(file); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(target.toString());
      }
      file = file.resolveSibling(Files.readSymbolicLink(file));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(target.toString(), null, "not a regular file");
    }
    return file;
  }

  /** Moves within one folder, replacing the target, atomically where the file system can. */
  public static void moveIntoPlace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
