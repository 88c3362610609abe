package org.digitpad.recognize.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Checks PNG files (W3C, "Portable Network Graphics Specification"): the CRC of each chunk, and
 * that the compressed pixels are complete and have the right Adler-32 checksum. Java's decoder does
 * neither. Only the chunks with pixels, palette and transparency are kept, so that it never
 * inflates texts and color profiles.
 */
final class PngFile {
  private static final int SIGNATURE_BYTES = 8;

  /** Length, type and CRC, without the data. */
  private static final int CHUNK_BYTES = 12;

  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504c5445;
  private static final int TRNS = 0x74524e53;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454e44;

  /** Chunks of other types may be ignored if this bit of the type's first letter is set. */
  private static final int ANCILLARY = 0x20000000;

  /** The first column and row, and the distances, of the seven passes of an interlaced image. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final byte[] bytes;
  private final ByteBuffer in;
  private final Path file;
  private @Nullable ImageSize size;
  private long pixelBytes;
  private int kept = SIGNATURE_BYTES;
  private int pixelChunk;

  private PngFile(byte[] bytes, Path file) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
    this.file = file;
  }

  static EncodedImage check(byte[] bytes, Path file) throws IOException {
    return new PngFile(bytes, file).check();
  }

  private EncodedImage check() throws IOException {
    in.position(SIGNATURE_BYTES);
    int previous = 0;
    while (previous != IEND) {
      previous = readChunk(previous);
    }
    ImageSize found = size;
    if (found == null || pixelChunk == 0) {
      throw new IOException("there are no pixels");
    }
    return new EncodedImage(found, bytes, kept);
  }

  /** Reads a chunk, and keeps it if it is part of the picture; returns its type. */
  private int readChunk(int previous) throws IOException {
    int start = in.position();
    int length = in.getInt();
    int type = in.getInt();
    if (length < 0) {
      throw new IOException("a chunk of negative length");
    }
    in.position(in.position() + length);
    if (in.getInt() != crc(start + 4, length + 4)) {
      throw new IOException("a wrong CRC");
    }
    switch (type) {
      case IHDR -> readHeader(start + 8);
      case IDAT -> {
        keepPixels(start, length, previous);
        return type;
      }
      case IEND -> finishPixels();
      case PLTE, TRNS -> {
        if (pixelChunk != 0) {
          throw new IOException("colors behind the pixels");
        }
      }
      default -> {
        if ((type & ANCILLARY) == 0) {
          throw new UnsupportedOperationException("a chunk of an unknown type");
        }
        return type;
      }
    }
    keep(start, CHUNK_BYTES + length);
    return type;
  }

  private void keep(int from, int length) {
    System.arraycopy(bytes, from, bytes, kept, length);
    kept += length;
  }

  private int crc(int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  private void readHeader(int from) throws IOException {
    if (size != null) {
      throw new IOException("two headers");
    }
    ImageSize found =
        ImageSize.of(
            Integer.toUnsignedLong(in.getInt(from)),
            Integer.toUnsignedLong(in.getInt(from + 4)),
            file);
    size = found;
    int bits = in.get(from + 8) * channels(in.get(from + 9));
    if (in.get(from + 12) == 0) {
      pixelBytes = pixelBytes(found.width(), found.height(), bits);
    } else {
      for (int[] pass : PASSES) {
        pixelBytes +=
            pixelBytes(
                ImageSize.steps(found.width() - pass[0], pass[2]),
                ImageSize.steps(found.height() - pass[1], pass[3]),
                bits);
      }
    }
  }

  private static int channels(int colorType) throws IOException {
    return switch (colorType) {
      case 0, 3 -> 1;
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> throw new IOException("unknown color type " + colorType);
    };
  }

  /** Each row has a byte that names its filter. */
  private static long pixelBytes(long columns, long rows, int bits) {
    return columns < 1 || rows < 1 ? 0 : rows * (1 + ImageSize.steps(columns * bits, Byte.SIZE));
  }

  /** Joins all chunks of pixels to one; a file may have millions. */
  private void keepPixels(int start, int length, int previous) throws IOException {
    if (pixelChunk != 0 && previous != IDAT) {
      throw new IOException("pixels in two places");
    }
    if (pixelChunk == 0) {
      pixelChunk = kept;
      keep(start, 8);
    }
    keep(start + 8, length);
  }

  /** Writes length and CRC of the joined pixels, and inflates them once to check them. */
  private void finishPixels() throws IOException {
    int data = pixelChunk + 8;
    int length = kept - data;
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, data, length);
      byte[] buffer = new byte[1 << 16];
      long count = 0;
      while (!inflater.finished() && count <= pixelBytes) {
        int inflated = inflater.inflate(buffer);
        if (inflated == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new IOException("pixels are missing");
        }
        count += inflated;
      }
      if (count != pixelBytes) {
        throw new IOException(count + " bytes of pixels instead of " + pixelBytes);
      }
    } catch (DataFormatException e) {
      throw new IOException(e);
    } finally {
      inflater.end();
    }
    in.putInt(pixelChunk, length);
    in.putInt(kept, crc(pixelChunk + 4, length + 4));
    kept += 4;
  }
}
