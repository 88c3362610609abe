package org.digitpad.recognize.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Checks GIF files (CompuServe, "Graphics Interchange Format", version 89a). Only the first picture
 * is kept, with its color tables and transparency: no comments, no further frames.
 */
final class GifFile {
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int PICTURE = 0x2c;

  private static final int FLAGS_OF_SCREEN = 10;
  private static final int SCREEN_BYTES = 13;

  private final byte[] bytes;
  private final ByteBuffer in;
  private int kept;

  private GifFile(byte[] bytes) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static EncodedImage check(byte[] bytes, Path file) throws IOException {
    return new GifFile(bytes).check(file);
  }

  private EncodedImage check(Path file) throws IOException {
    in.position(SCREEN_BYTES);
    skipColorTable(in.get(FLAGS_OF_SCREEN));
    kept = in.position();
    int start = skipExtensions();
    in.getInt();
    int width = Short.toUnsignedInt(in.getShort());
    int height = Short.toUnsignedInt(in.getShort());
    ImageSize size = ImageSize.of(width, height, file);
    skipColorTable(in.get());
    in.get();
    skipDataBlocks();
    keep(start);
    return new EncodedImage(size, bytes, kept);
  }

  /** Returns where the first picture starts. */
  private int skipExtensions() throws IOException {
    while (true) {
      int start = in.position();
      switch (in.get()) {
        case EXTENSION -> {
          boolean needed = Byte.toUnsignedInt(in.get()) == GRAPHIC_CONTROL;
          skipDataBlocks();
          if (needed) {
            keep(start);
          }
        }
        case PICTURE -> {
          return start;
        }
        default -> throw new IOException("there is no picture");
      }
    }
  }

  /** Skips a table of 2 to 256 colors of three bytes, if the flags say that there is one. */
  private void skipColorTable(int flags) {
    if ((flags & 0x80) != 0) {
      in.position(in.position() + 3 * (2 << (flags & 7)));
    }
  }

  /** Skips blocks of up to 255 bytes, up to and including an empty one. */
  private void skipDataBlocks() {
    int length;
    do {
      length = Byte.toUnsignedInt(in.get());
      in.position(in.position() + length);
    } while (length > 0);
  }

  /** Keeps the bytes since a position. */
  private void keep(int start) {
    int length = in.position() - start;
    System.arraycopy(bytes, start, bytes, kept, length);
    kept += length;
  }
}
