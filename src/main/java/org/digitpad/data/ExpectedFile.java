package org.digitpad.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file whose every bit is known beforehand.
 *
 * @param name file name, without a folder
 * @param bytes size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 */
public record ExpectedFile(String name, long bytes, String sha256) {
  /** Whether this very file is at {@code path}; not so if nothing is there. */
  boolean matches(Path path) throws IOException {
    return Files.isRegularFile(path) && Files.size(path) == bytes && Sha256.of(path).equals(sha256);
  }
}
