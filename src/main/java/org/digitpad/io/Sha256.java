package org.digitpad.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes SHA-256 hashes of files, streams and bytes. */
public final class Sha256 {
  private Sha256() {}

  /** Returns the hash of a file as 64 lower-case hexadecimal digits. */
  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, Long.MAX_VALUE);
    }
  }

  /** Returns the hash of a stream's first {@code limit} bytes, or of all if it has fewer. */
  public static String of(InputStream in, long limit) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    long left = limit;
    while (left > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        break;
      }
      digest.update(buffer, 0, count);
      left -= count;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the hash of the concatenated parts as 64 lower-case hexadecimal digits. */
  public static String of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
