package org.digitpad.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files whole or not at all: beside the target first, then moved into place. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; need not flush or close. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, replacing the old one in a single step. Missing folders are made. On failure the
   * old file stays, and nothing else is left.
   *
   * @throws IOException if writing or moving fails
   */
  public static void write(Path target, Content content) throws IOException {
    Path file = target.toAbsolutePath();
    Files.createDirectories(file.getParent());
    // not Files.createTempFile: its files are for the owner alone, and the target would be too
    Path temporary =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
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

  /** Moves within one folder, replacing the target, atomically where the file system can. */
  static void moveIntoPlace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
