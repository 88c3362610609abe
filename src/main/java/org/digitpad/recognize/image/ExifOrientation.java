package org.digitpad.recognize.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the orientation in the data of Exif (CIPA DC-008, Exif 2.32, 4.5 and 4.6): a TIFF header
 * and directories, of which the first describes the picture.
 */
final class ExifOrientation {
  private static final int HEADER_BYTES = 8;
  private static final int ENTRY_BYTES = 12;
  private static final int MAGIC = 42;
  private static final int ORIENTATION = 0x0112;

  /** The type of whole numbers of two bytes. */
  private static final int SHORT = 3;

  private ExifOrientation() {}

  /**
   * Returns the orientation; upright where none is told, or the data is damaged: a picture whose
   * metadata cannot be read is still a picture.
   *
   * @param exif what is behind "Exif" and two zero bytes
   */
  static Orientation of(byte[] exif) {
    ByteBuffer in = ByteBuffer.wrap(exif);
    if (exif.length < HEADER_BYTES) {
      return Orientation.TOP_LEFT;
    }
    in.order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = Integer.toUnsignedLong(in.getInt(4));
    if (exif[0] != exif[1]
        || exif[0] != 'I' && exif[0] != 'M'
        || in.getShort(2) != MAGIC
        || directory > exif.length - Short.BYTES) {
      return Orientation.TOP_LEFT;
    }
    int first = (int) directory + Short.BYTES;
    int declared = Short.toUnsignedInt(in.getShort((int) directory));
    int entries = Math.min(declared, (exif.length - first) / ENTRY_BYTES);
    for (int i = 0; i < entries; i++) {
      int entry = first + i * ENTRY_BYTES;
      if (Short.toUnsignedInt(in.getShort(entry)) == ORIENTATION) {
        boolean isNumber = in.getShort(entry + 2) == SHORT && in.getInt(entry + 4) == 1;
        return Orientation.of(isNumber ? Short.toUnsignedInt(in.getShort(entry + 8)) : 1);
      }
    }
    return Orientation.TOP_LEFT;
  }
}
