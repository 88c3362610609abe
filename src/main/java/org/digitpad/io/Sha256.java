package org.digitpad.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

  /** Returns a hash of values that are added one by one. */
  public static Builder builder() {
    return new Builder(digest());
  }

  /** A hash of values: equal sequences of values, and only these, have equal hashes. */
  public static final class Builder {
    private final MessageDigest digest;

    private Builder(MessageDigest digest) {
      this.digest = digest;
    }

    /** Adds the length in bytes of a text in UTF-8, and the text. */
    public Builder add(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      add(bytes.length);
      digest.update(bytes);
      return this;
    }

    /** Adds four bytes, the lowest first. */
    public Builder add(int value) {
      digest.update(
          ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(0, value));
      return this;
    }

    /** Adds {@code count} bytes from the position {@code from}. */
    public Builder add(byte[] bytes, int from, int count) {
      digest.update(bytes, from, count);
      return this;
    }

    /** Adds four bytes for each value, the lowest first. */
    public Builder add(float[] values) {
      ByteBuffer bytes =
          ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      digest.update(bytes);
      return this;
    }

    /** Returns the hash as 64 lower-case hexadecimal digits. To be called once, at the end. */
    public String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
