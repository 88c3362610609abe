package org.digitpad.recognize.image;

import java.io.IOException;
import java.nio.file.Path;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;

/**
 * The size of an image that can be read.
 *
 * @param width columns, from 1 to {@link #MAX_SIDE}
 * @param height rows, from 1 to {@link #MAX_SIDE}
 */
record ImageSize(int width, int height) {
  /** The longest side that JPEG and GIF know; decoders hold a few rows at full length. */
  static final int MAX_SIDE = 65_535;

  /** As many pixels as 8192×8192. */
  static final int MAX_PIXELS = 1 << 26;

  /** Enough for any digit; the decoder needs up to 8 bytes for each of them. */
  private static final int MAX_DECODED_PIXELS = 1 << 23;

  /**
   * Checks a size that a file claims to have.
   *
   * @throws BadInputException if it is too large
   * @throws IOException if there are no pixels
   */
  static ImageSize of(long width, long height, Path file) throws IOException {
    if (width < 1 || height < 1) {
      throw new IOException("an image of " + width + "×" + height + " pixels");
    }
    if (Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS) {
      throw new BadInputException(
          Messages.get("recognize.image.tooLarge", file, width, height, MAX_PIXELS, MAX_SIDE));
    }
    return new ImageSize((int) width, (int) height);
  }

  /** Of how many columns and rows one is decoded, so that memory and time stay bounded. */
  int subsampling() {
    int step = 1;
    while (steps(width, step) * steps(height, step) > MAX_DECODED_PIXELS) {
      step++;
    }
    return step;
  }

  /** Returns how many steps it takes to cover a length. */
  static long steps(long length, int step) {
    return (length + step - 1) / step;
  }
}
