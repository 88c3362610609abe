package org.digitpad.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changes when a file is replaced or written to.
 *
 * @param key tells a file from another one of the same name; null where the system cannot
 */
public record FileState(FileTime modified, long size, @Nullable Object key) {
  /**
   * Looks at a file.
   *
   * @return empty if there is none
   * @throws IOException if that cannot be found out
   */
  public static Optional<FileState> of(Path file) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new FileState(now.lastModifiedTime(), now.size(), now.fileKey()));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }
}
