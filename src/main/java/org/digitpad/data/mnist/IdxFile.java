package org.digitpad.data.mnist;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;

/**
 * Reads the IDX files of MNIST, gzipped or not (format: yann.lecun.com/exdb/mnist). Every fault of
 * a file becomes a {@link BadInputException}.
 */
public final class IdxFile {
  /** The most images or labels that a file may hold. */
  public static final int MAX_COUNT = 500_000;

  private static final int IMAGES = 0x00000803;
  private static final int LABELS = 0x00000801;
  private static final int FIRST_PIECE = 1 << 20;

  /** MNIST's images pack to about a fifth. */
  private static final int USUAL_PACKING = 16;

  private IdxFile() {}

  /**
   * Reads N images of 28×28.
   *
   * @return N×784 unsigned bytes, row-major; 0 is paper, 255 is ink
   * @throws BadInputException if the file is not there, is no such file, or is damaged
   */
  public static byte[] readImages(Path file) {
    try (InputStream in = InputFile.open(file)) {
      ByteBuffer header = header(in, file, IMAGES, 16);
      int count = count(header, file, "images");
      checkSides(header.getInt(), header.getInt(), file);
      return body(in, file, count * DigitImage.PIXELS);
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /**
   * Reads N labels.
   *
   * @return N bytes from 0 to 9
   * @throws BadInputException if the file is not there, is no such file, or is damaged
   */
  public static byte[] readLabels(Path file) {
    try (InputStream in = InputFile.open(file)) {
      ByteBuffer header = header(in, file, LABELS, 8);
      byte[] labels = body(in, file, count(header, file, "labels"));
      checkLabels(labels, file);
      return labels;
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /** Reads and checks the magic number; the buffer returned stands behind it. */
  private static ByteBuffer header(InputStream in, Path file, int magic, int length)
      throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (isWebPage(bytes)) {
      throw bad("%s is a web page, not an MNIST file; download it again.", file);
    }
    if (bytes.length < length) {
      throw bad(
          "%s is cut short: its header needs %d bytes, but it has %d; download it again.",
          file, length, bytes.length);
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int found = header.getInt();
    if (found != magic) {
      throw bad(
          "%s is not an IDX file of %s: it starts with 0x%08x%s, not with 0x%08x;"
              + " put the right file there.",
          file, kind(magic), found, isKnown(found) ? " (" + kind(found) + ")" : "", magic);
    }
    return header;
  }

  private static boolean isWebPage(byte[] bytes) {
    String start = new String(bytes, StandardCharsets.UTF_8);
    return start.replace("\ufeff", "").stripLeading().startsWith("<");
  }

  private static boolean isKnown(int magic) {
    return magic == IMAGES || magic == LABELS;
  }

  private static String kind(int magic) {
    return magic == IMAGES ? "images" : "labels";
  }

  private static int count(ByteBuffer header, Path file, String what) {
    long count = Integer.toUnsignedLong(header.getInt());
    if (count == 0) {
      throw bad("%s holds no %s; download it again.", file, what);
    }
    if (count > MAX_COUNT) {
      throw bad(
          "%s is damaged: its header announces %,d %s, more than the %,d allowed;"
              + " download it again.",
          file, count, what, MAX_COUNT);
    }
    return (int) count;
  }

  private static void checkSides(int rows, int columns, Path file) {
    if (rows != DigitImage.SIDE || columns != DigitImage.SIDE) {
      throw bad(
          "%s has images of %s×%s pixels; only MNIST's 28×28 can be read.",
          file, Integer.toUnsignedString(rows), Integer.toUnsignedString(columns));
    }
  }

  private static void checkLabels(byte[] labels, Path file) {
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xff;
      if (label > 9) {
        throw bad(
            "%s has the label %d at index %,d; only the digits 0 to 9 can be read.",
            file, label, i);
      }
    }
  }

  /** Reads to the end, which also makes the gzip stream check its CRC. */
  private static byte[] body(InputStream in, Path file, int expected) throws IOException {
    // a header can lie: what the file is too small for gets room only as its bytes arrive
    byte[] bytes = new byte[(int) Math.min(expected, likelyLength(in, file))];
    int found = 0;
    while (found < expected) {
      if (found == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(expected, 2L * found));
      }
      int count = readSome(in, bytes, found);
      if (count < 0) {
        throw bad(
            "%s is cut short: its header announces %,d bytes of data, but it has %,d;"
                + " download it again.",
            file, expected, found);
      }
      found += count;
    }
    if (in.read() >= 0) {
      throw bad(
          "%s is too long: bytes follow the %,d that its header announces; download it again.",
          file, expected);
    }
    return bytes;
  }

  private static long likelyLength(InputStream in, Path file) throws IOException {
    int packing = in instanceof GZIPInputStream ? USUAL_PACKING : 1;
    return Math.max(FIRST_PIECE, packing * Files.size(file));
  }

  private static int readSome(InputStream in, byte[] bytes, int offset) throws IOException {
    try {
      return in.read(bytes, offset, bytes.length - offset);
    } catch (EOFException truncatedGzip) {
      return -1;
    }
  }

  private static BadInputException bad(String sentence, Object... values) {
    return new BadInputException(String.format(Locale.ROOT, sentence, values));
  }
}
