package org.digitpad.recognize.image;

/**
 * An image whose structure has been checked, ready to be decoded.
 *
 * @param size size in pixels
 * @param bytes holds the parts of the file that make up the picture; shared, not copied
 * @param length number of these bytes
 * @param orientation how the picture is stored
 */
record EncodedImage(ImageSize size, byte[] bytes, int length, Orientation orientation) {
  /** An image that is stored upright. */
  EncodedImage(ImageSize size, byte[] bytes, int length) {
    this(size, bytes, length, Orientation.TOP_LEFT);
  }
}
