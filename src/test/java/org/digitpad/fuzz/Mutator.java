package org.digitpad.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files as bad disks, interrupted transfers and people with bad intentions do. */
final class Mutator {
  private static final long[] LENGTHS = {
    0,
    1,
    -1,
    2,
    7,
    255,
    256,
    32_767,
    32_768,
    65_535,
    65_536,
    1 << 20,
    1 << 24,
    100_000_000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "9",
          "10",
          "255",
          "256",
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775808",
          "99999999999999999999",
          "1e9",
          "1e308",
          "1e999",
          "-1e999",
          "1e-999",
          "0.5",
          ".5",
          "5.",
          "007",
          "NaN",
          "Infinity",
          "-Infinity",
          "17.5",
          "true",
          "null",
          "\"\"",
          "[]",
          "{}",
          "0x1F",
          "１",
          "1_0",
          "+1");

  /** Length fields, magic numbers and the names in headers are here. */
  private static final int START = 64;

  private static final int MAX_INSERTED = 1 << 16;

  private final Random random;
  private final List<byte[]> files;
  private final List<byte[]> dictionary;

  /**
   * @param random decides all
   * @param files valid files, parts of which get into other ones
   * @param dictionary what may get into a file
   */
  Mutator(Random random, List<byte[]> files, List<byte[]> dictionary) {
    this.random = random;
    this.files = files;
    this.dictionary = dictionary;
  }

  /** Returns a changed copy of a file; with one change or a few. */
  byte[] mutate(byte[] file) {
    byte[] mutated = file.clone();
    int changes = 1 + random.nextInt(random.nextBoolean() ? 1 : 5);
    for (int i = 0; i < changes; i++) {
      mutated = change(mutated);
    }
    return mutated;
  }

  private byte[] change(byte[] file) {
    if (file.length == 0) {
      return any(files).clone();
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> flipBit(file);
      case 2 -> setByte(file);
      case 3 -> Arrays.copyOf(file, random.nextInt(file.length));
      case 4 -> replace(file, position(file), length(file), new byte[0]);
      case 5 -> replace(file, position(file), 0, randomBytes());
      case 6 -> repeat(file);
      case 7 -> splice(file, any(files));
      case 8 -> crossOver(file, any(files));
      case 9 -> setLength(file);
      case 10 -> replaceNumber(file);
      default -> insertWord(file);
    };
  }

  private byte[] flipBit(byte[] file) {
    file[position(file)] ^= (byte) (1 << random.nextInt(8));
    return file;
  }

  private byte[] setByte(byte[] file) {
    int[] values = {0, 1, 0x7f, 0x80, 0xfe, 0xff, ' ', '\n', 0x1b, random.nextInt(256)};
    file[position(file)] = (byte) values[random.nextInt(values.length)];
    return file;
  }

  /** Repeats a part, a few times or as often as a megabyte allows. */
  private byte[] repeat(byte[] file) {
    int from = position(file);
    byte[] part = Arrays.copyOfRange(file, from, Math.min(file.length, from + length(file)));
    int times = 1 + random.nextInt(random.nextInt(8) == 0 ? MAX_INSERTED / part.length + 1 : 3);
    ByteArrayOutputStream repeated = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      repeated.writeBytes(part);
    }
    return replace(file, from, 0, repeated.toByteArray());
  }

  /** Puts a part of another file in place of a part of equal or different length, or between. */
  private byte[] splice(byte[] file, byte[] other) {
    int from = position(other);
    byte[] part = Arrays.copyOfRange(other, from, Math.min(other.length, from + length(other)));
    int length = random.nextBoolean() ? part.length : random.nextInt(part.length + 1);
    return replace(file, position(file), length, part);
  }

  private byte[] crossOver(byte[] file, byte[] other) {
    return replace(
        file,
        position(file),
        file.length,
        Arrays.copyOfRange(other, position(other), other.length));
  }

  /** Writes an extreme value of 1 to 8 bytes, in either order of the bytes. */
  private byte[] setLength(byte[] file) {
    long value = LENGTHS[random.nextInt(LENGTHS.length)];
    int size = 1 << random.nextInt(4);
    boolean big = random.nextBoolean();
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES)
            .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
            .putLong(value)
            .array();
    int from = big ? Long.BYTES - size : 0;
    return replace(file, position(file), size, Arrays.copyOfRange(bytes, from, from + size));
  }

  /** Replaces a number in text, the next one from some position. */
  private byte[] replaceNumber(byte[] file) {
    int from = position(file);
    while (from < file.length && !isDigit(file[from])) {
      from++;
    }
    int to = from;
    while (to < file.length && isDigit(file[to])) {
      to++;
    }
    return replace(file, from, to - from, any(NUMBERS).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  private byte[] insertWord(byte[] file) {
    if (dictionary.isEmpty()) {
      return setLength(file);
    }
    byte[] word = any(dictionary);
    return replace(file, position(file), random.nextBoolean() ? 0 : word.length, word);
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 5_000 : 8)];
    random.nextBytes(bytes);
    return bytes;
  }

  private int position(byte[] file) {
    return random.nextInt(random.nextBoolean() ? Math.min(file.length, START) : file.length);
  }

  private int length(byte[] file) {
    return 1 + random.nextInt(random.nextBoolean() ? Math.min(file.length, 16) : file.length);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static byte[] replace(byte[] file, int from, int length, byte[] with) {
    int to = Math.min(file.length, from + Math.min(length, file.length));
    ByteBuffer bytes = ByteBuffer.allocate(from + with.length + file.length - to);
    return bytes.put(file, 0, from).put(with).put(file, to, file.length - to).array();
  }
}
