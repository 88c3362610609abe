package org.digitpad.io.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.digitpad.i18n.Messages;
import org.digitpad.io.ExclusiveLock;
import org.digitpad.io.Folders;

/**
 * A text file that grows to a limit and is then renamed, as {@code digitpad.log} to {@code
 * digitpad.1.log}, so that a new one begins; the oldest is deleted. Several programs may append at
 * once: the file is open only while a text is written, each text is written in one go, and only one
 * of the programs renames.
 */
final class RotatingFile {
  static final String EXTENSION = ".log";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final String name;
  private final long maxBytes;
  private final int files;

  /**
   * @param folder is created when needed
   * @param name of the files, without their extension
   * @param maxBytes size at which a file is full
   * @param files number of files that are kept, the newest among them
   */
  RotatingFile(Path folder, String name, long maxBytes, int files) {
    this.folder = folder;
    this.name = name;
    this.maxBytes = maxBytes;
    this.files = files;
  }

  /** The newest file. */
  Path path() {
    return folder.resolve(name + EXTENSION);
  }

  /**
   * Appends a text.
   *
   * @param head written before the text if the file is new
   * @throws IOException if the file cannot be written, or is no file
   */
  void append(String head, String text) throws IOException {
    Folders.create(folder);
    Path file = path();
    rotateIfFull(file);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FileSystemException(
          file.toString(), null, Messages.get("io.reason.notRegularFile"));
    }
    String added = Files.exists(file) ? text : head + text;
    ByteBuffer bytes = ByteBuffer.wrap(added.getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private void rotateIfFull(Path file) throws IOException {
    if (!isFull(file)) {
      return;
    }
    Optional<ExclusiveLock> lock = ExclusiveLock.tryAcquire(folder.resolve(name + LOCK));
    if (lock.isEmpty()) {
      return; // another program is renaming the files; the text goes to whichever it finds
    }
    ExclusiveLock held = lock.get();
    try (held) {
      if (isFull(file)) {
        for (int number = files - 1; number > 0; number--) {
          Path from = number == 1 ? file : numbered(number - 1);
          if (Files.exists(from)) {
            Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private boolean isFull(Path file) {
    // unlike Files.size, this tolerates that another program has just renamed it
    return Files.isRegularFile(file) && file.toFile().length() >= maxBytes;
  }

  private Path numbered(int number) {
    return folder.resolve(name + "." + number + EXTENSION);
  }
}
