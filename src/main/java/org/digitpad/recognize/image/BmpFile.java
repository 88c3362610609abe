package org.digitpad.recognize.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Checks BMP files (Microsoft, "Bitmap Storage"): that the pixels announced are in the file, before
 * the decoder allocates memory for them. Color profiles, which may name other files, and embedded
 * JPEG and PNG files are not read.
 */
final class BmpFile {
  private static final int FILE_HEADER_BYTES = 14;
  private static final int OLD_HEADER_BYTES = 12;

  /** Where the size of the file is, for which the decoder allocates memory. */
  private static final int FILE_BYTES = 2;

  /** Where the number of colors is in the second header; pixels of bit fields need no palette. */
  private static final int COLORS = 32;

  /** Shortest header with a color space. */
  private static final int V4_HEADER_BYTES = 108;

  /** Where the color space is in such a header. */
  private static final int COLOR_SPACE = 56;

  private static final int SRGB = 0x73524742;

  private static final int UNCOMPRESSED = 0;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BIT_FIELDS = 3;

  private BmpFile() {}

  static EncodedImage check(byte[] bytes, Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long offset = Integer.toUnsignedLong(in.getInt(10));
    in.position(FILE_HEADER_BYTES);
    int headerBytes = in.getInt();
    boolean old = headerBytes == OLD_HEADER_BYTES;
    long width = old ? in.getShort() : in.getInt();
    // rows are from top to bottom if the height is negative
    long height = Math.abs(old ? in.getShort() : (long) in.getInt());
    ImageSize size = ImageSize.of(width, height, file);
    in.getShort();
    int bits = in.getShort();
    int compression = old ? UNCOMPRESSED : in.getInt();
    long rowBytes = 4 * ImageSize.steps(width * bits, Integer.SIZE);
    long pixelBytes =
        switch (compression) {
          case UNCOMPRESSED, BIT_FIELDS -> rowBytes * height;
          case RLE8, RLE4 -> Integer.toUnsignedLong(in.getInt());
          default -> throw new UnsupportedOperationException("compression " + compression);
        };
    if (bits < 1 || offset + pixelBytes > bytes.length) {
      throw new IOException("the pixels are missing");
    }
    in.putInt(FILE_BYTES, bytes.length);
    if (compression == BIT_FIELDS) {
      in.putInt(FILE_HEADER_BYTES + COLORS, 0);
    }
    if (headerBytes >= V4_HEADER_BYTES) {
      in.putInt(FILE_HEADER_BYTES + COLOR_SPACE, SRGB);
    }
    return new EncodedImage(size, bytes, bytes.length);
  }
}
