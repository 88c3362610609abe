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
import org.digitpad.data.DigitImages;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;

/**
 * Reads the IDX files of MNIST, gzipped or not (format: yann.lecun.com/exdb/mnist). Every error in
 * a file results in a {@link BadInputException}.
 */
public final class IdxFile {
  private static final int MIN_BUFFER = 1 << 20;

  /** Upper limit of the usual compression ratio; MNIST's images compress to about a fifth. */
  private static final int COMPRESSION_RATIO = 16;

  private IdxFile() {}

  /** What a file contains, by its magic number. */
  private enum Content {
    IMAGES(0x00000803, 16, "data.mnist.images."),
    LABELS(0x00000801, 8, "data.mnist.labels.");

    final int magic;
    final int headerBytes;
    final String messages;

    Content(int magic, int headerBytes, String messages) {
      this.magic = magic;
      this.headerBytes = headerBytes;
      this.messages = messages;
    }

    Content other() {
      return this == IMAGES ? LABELS : IMAGES;
    }

    BadInputException bad(String key, Object... arguments) {
      return new BadInputException(Messages.get(messages + key, arguments));
    }
  }

  /**
   * Reads N images of 28×28 pixels.
   *
   * @return N×784 unsigned bytes, row-major; 0 is background, 255 is ink
   * @throws BadInputException if the file is missing, damaged, or another kind of file
   */
  public static byte[] readImages(Path file) {
    try (InputStream in = InputFile.open(file)) {
      ByteBuffer header = readHeader(in, file, Content.IMAGES);
      int count = readCount(header, file, Content.IMAGES);
      checkSize(header.getInt(), header.getInt(), file);
      return readBody(in, file, count * DigitImage.PIXELS);
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /**
   * Reads N labels.
   *
   * @return N bytes from 0 to 9
   * @throws BadInputException if the file is missing, damaged, or another kind of file
   */
  public static byte[] readLabels(Path file) {
    try (InputStream in = InputFile.open(file)) {
      ByteBuffer header = readHeader(in, file, Content.LABELS);
      byte[] labels = readBody(in, file, readCount(header, file, Content.LABELS));
      checkLabels(labels, file);
      return labels;
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
  }

  /**
   * Reads the header and checks the magic number, after which the returned buffer is positioned.
   */
  private static ByteBuffer readHeader(InputStream in, Path file, Content content)
      throws IOException {
    byte[] bytes = in.readNBytes(content.headerBytes);
    if (isWebPage(bytes)) {
      throw bad("data.mnist.webPage", file);
    }
    if (bytes.length < content.headerBytes) {
      throw bad("data.mnist.headerTruncated", file, content.headerBytes, bytes.length);
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int magic = header.getInt();
    if (magic != content.magic) {
      throw content.bad(
          magic == content.other().magic ? "otherContent" : "wrongMagic",
          file,
          hex(magic),
          hex(content.magic));
    }
    return header;
  }

  private static boolean isWebPage(byte[] bytes) {
    String start = new String(bytes, StandardCharsets.UTF_8);
    return start.replace("\ufeff", "").stripLeading().startsWith("<");
  }

  private static String hex(int magic) {
    return String.format(Locale.ROOT, "0x%08x", magic);
  }

  private static int readCount(ByteBuffer header, Path file, Content content) {
    long count = Integer.toUnsignedLong(header.getInt());
    if (count == 0) {
      throw content.bad("none", file);
    }
    if (count > DigitImages.MAX_COUNT) {
      throw content.bad("tooMany", file, count, DigitImages.MAX_COUNT);
    }
    return (int) count;
  }

  private static void checkSize(int rows, int columns, Path file) {
    if (rows != DigitImage.SIDE || columns != DigitImage.SIDE) {
      throw bad(
          "data.mnist.wrongImageSize",
          file,
          Integer.toUnsignedString(rows),
          Integer.toUnsignedString(columns));
    }
  }

  private static void checkLabels(byte[] labels, Path file) {
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xff;
      if (label > 9) {
        throw bad("data.mnist.wrongLabel", file, label, i);
      }
    }
  }

  /** Reads to the end of the stream, which makes a gzip stream verify its CRC. */
  private static byte[] readBody(InputStream in, Path file, int expected) throws IOException {
    // the header may be wrong: memory beyond the likely size is allocated as the bytes arrive
    byte[] bytes = new byte[(int) Math.min(expected, likelySize(in, file))];
    int found = 0;
    while (found < expected) {
      if (found == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(expected, 2L * found));
      }
      int count = read(in, bytes, found);
      if (count < 0) {
        throw bad("data.mnist.bodyTruncated", file, expected, found);
      }
      found += count;
    }
    if (in.read() >= 0) {
      throw bad("data.mnist.bodyTooLong", file, expected);
    }
    return bytes;
  }

  private static long likelySize(InputStream in, Path file) throws IOException {
    int ratio = in instanceof GZIPInputStream ? COMPRESSION_RATIO : 1;
    return Math.max(MIN_BUFFER, ratio * Files.size(file));
  }

  private static int read(InputStream in, byte[] bytes, int offset) throws IOException {
    try {
      return in.read(bytes, offset, bytes.length - offset);
    } catch (EOFException truncatedGzip) {
      return -1;
    }
  }

  private static BadInputException bad(String key, Object... arguments) {
    return new BadInputException(Messages.get(key, arguments));
  }
}
