package org.digitpad.data.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.io.Sha256;

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

  /** Whether a stream gives these very bytes and no more; reads no further than it must. */
  boolean matches(InputStream in) throws IOException {
    return Sha256.of(in, bytes).equals(sha256) && in.read() < 0;
  }
}
