package org.digitpad.recognize.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * Checks JPEG files (ITU-T T.81, annex B): that the end is there, and that the scans, of which a
 * file of a few kilobytes can have thousands, take bounded memory and time. Only the segments that
 * the decoder needs are kept: no color profile, no thumbnail, no comment.
 */
final class JpegFile {
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int BASELINE = 0xc0;
  private static final int EXTENDED = 0xc1;
  private static final int PROGRESSIVE = 0xc2;
  private static final int HUFFMAN_TABLES = 0xc4;
  private static final int QUANTIZATION_TABLES = 0xdb;
  private static final int RESTART_INTERVAL = 0xdd;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LAST_RESTART = 0xd7;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;

  /** The length, and "Exif" with two zero bytes. */
  private static final int EXIF_NAME_BYTES = 8;

  private static final int BLOCK_SIDE = 8;

  /** Usual files have one scan, progressive ones about ten. */
  private static final int MAX_SCANS = 100;

  /**
   * Blocks of an image in several scans, of which the decoder holds all coefficients: 128 bytes a
   * block, 201 MB in all. As many as 8192×8192 pixels have with colors at half the resolution.
   */
  private static final long MAX_BLOCKS = ImageSize.MAX_PIXELS / 64 * 3 / 2;

  /** Blocks times scans: Java decodes the whole image for each scan, which takes 2 s in all. */
  private static final long MAX_DECODED_BLOCKS = 10 * MAX_BLOCKS;

  private final byte[] bytes;
  private final ByteBuffer in;
  private final Path file;
  private @Nullable Frame frame;
  private Orientation orientation = Orientation.TOP_LEFT;
  private boolean hasExif;
  private int scans;
  private int kept = 2;

  private JpegFile(byte[] bytes, Path file) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
    this.file = file;
  }

  /**
   * What the frame header says.
   *
   * @param blocks number of 8×8 blocks of all color components
   */
  private record Frame(ImageSize size, boolean progressive, long blocks) {}

  static EncodedImage check(byte[] bytes, Path file) throws IOException {
    return new JpegFile(bytes, file).check();
  }

  private EncodedImage check() throws IOException {
    in.position(2);
    int marker;
    do {
      marker = readSegment();
    } while (marker != END_OF_IMAGE);
    Frame found = frame;
    if (found == null || scans == 0) {
      throw new IOException("there are no pixels");
    }
    checkWork(found);
    return new EncodedImage(found.size(), bytes, kept, orientation);
  }

  /** Reads a segment, with the coded data behind it, and keeps what is needed. */
  private int readSegment() throws IOException {
    int start = in.position();
    int marker = readMarker();
    int from = in.position();
    if (marker == END_OF_IMAGE) {
      keep(marker, from, from);
      return marker;
    }
    if (marker < BASELINE || marker >= FIRST_RESTART && marker <= START_OF_IMAGE) {
      throw new IOException("an unexpected marker at " + start);
    }
    int length = Short.toUnsignedInt(in.getShort());
    if (length < 2) {
      throw new IOException("an impossible length at " + start);
    }
    in.position(from + length);
    switch (marker) {
      case BASELINE, EXTENDED, PROGRESSIVE -> readFrame(marker, from + 2);
      case START_OF_SCAN -> skipCodedData();
      case HUFFMAN_TABLES, QUANTIZATION_TABLES, RESTART_INTERVAL, APP14 -> {}
      default -> {
        if (!isIgnored(marker)) {
          throw new UnsupportedOperationException("a segment of an unknown type");
        }
        keepColorSpace(marker, from);
        return marker;
      }
    }
    keep(marker, from, in.position());
    return marker;
  }

  /** A marker is a byte 0xff, which may be repeated, and a code. */
  private int readMarker() throws IOException {
    if (in.get() != (byte) 0xff) {
      throw new IOException("no marker at " + (in.position() - 1));
    }
    int code = 0xff;
    while (code == 0xff) {
      code = Byte.toUnsignedInt(in.get());
    }
    return code;
  }

  private static boolean isIgnored(int marker) {
    return marker >= APP0 && marker <= APP15 || marker == COMMENT;
  }

  /**
   * The headers of JFIF and Exif say that colors are YCbCr; of Exif, only its name is kept, and the
   * orientation read.
   */
  private void keepColorSpace(int marker, int from) {
    if (marker == APP0 && startsWith("JFIF\0", from + 2)) {
      keep(marker, from, in.position());
    }
    if (marker == APP1 && startsWith("Exif\0", from + 2)) {
      readOrientation(from + EXIF_NAME_BYTES);
      in.putShort(from, (short) EXIF_NAME_BYTES);
      keep(marker, from, from + EXIF_NAME_BYTES);
    }
  }

  /** Of several segments of Exif, the first counts. */
  private void readOrientation(int from) {
    if (!hasExif) {
      hasExif = true;
      int to = Math.max(from, in.position());
      orientation = ExifOrientation.of(Arrays.copyOfRange(bytes, from, to));
    }
  }

  private boolean startsWith(String name, int from) {
    byte[] expected = name.getBytes(StandardCharsets.US_ASCII);
    return Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
  }

  private void keep(int marker, int from, int to) {
    bytes[kept] = (byte) 0xff;
    bytes[kept + 1] = (byte) marker;
    System.arraycopy(bytes, from, bytes, kept + 2, to - from);
    kept += 2 + to - from;
  }

  private void readFrame(int marker, int from) throws IOException {
    if (frame != null) {
      throw new IOException("two frames");
    }
    int height = Short.toUnsignedInt(in.getShort(from + 1));
    int width = Short.toUnsignedInt(in.getShort(from + 3));
    ImageSize size = ImageSize.of(width, height, file);
    int count = Math.max(0, in.get(from + 5));
    int[] across = new int[count];
    int[] down = new int[count];
    for (int i = 0; i < count; i++) {
      int sampling = in.get(from + 7 + 3 * i);
      across[i] = sampling >> 4;
      down[i] = sampling & 15;
      if (across[i] < 1 || across[i] > 4 || down[i] < 1 || down[i] > 4) {
        throw new IOException("impossible sampling factors");
      }
    }
    long blocksInUnit = 0;
    for (int i = 0; i < count; i++) {
      blocksInUnit += across[i] * down[i];
    }
    long units =
        ImageSize.steps(width, BLOCK_SIDE * Arrays.stream(across).max().orElse(1))
            * ImageSize.steps(height, BLOCK_SIDE * Arrays.stream(down).max().orElse(1));
    frame = new Frame(size, marker == PROGRESSIVE, units * blocksInUnit);
  }

  /**
   * Skips the data of a scan, up to the next marker; zero bytes and restart markers are part of the
   * data.
   */
  private void skipCodedData() {
    scans++;
    int next;
    do {
      while (in.get() != (byte) 0xff) {
        // a byte of data
      }
      next = Byte.toUnsignedInt(in.get(in.position()));
    } while (next == 0 || next == 0xff || next >= FIRST_RESTART && next <= LAST_RESTART);
    in.position(in.position() - 1);
  }

  private void checkWork(Frame found) {
    boolean allInMemory = found.progressive() || scans > 1;
    if (allInMemory
        && (scans > MAX_SCANS
            || found.blocks() > MAX_BLOCKS
            || scans * found.blocks() > MAX_DECODED_BLOCKS)) {
      throw new BadInputException(
          Messages.get(
              "recognize.image.tooManyScans", file, found.size().width(), found.size().height()));
    }
  }
}
