package org.digitpad.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** What changes when a file is replaced or written to. */
public record FileState(FileTime modified, long size, String key) {
  /** Returns the state of a file now; empty if there is none, or it is unreadable. */
  public static Optional<FileState> of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new FileState(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey())));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
