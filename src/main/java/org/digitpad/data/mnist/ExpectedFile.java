package org.digitpad.data.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.io.Sha256;

/**
 * A file whose content is known by its size and hash.
 *
 * @param name file name without a folder
 * @param bytes size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 */
public record ExpectedFile(String name, long bytes, String sha256) {
  /** Returns whether the file at {@code path} exists and has the expected content. */
  boolean matches(Path path) throws IOException {
    return Files.isRegularFile(path) && Files.size(path) == bytes && Sha256.of(path).equals(sha256);
  }

  /** Returns whether a stream has exactly the expected content; reads no more than necessary. */
  boolean matches(InputStream in) throws IOException {
    return Sha256.of(in, bytes).equals(sha256) && in.read() < 0;
  }
}
