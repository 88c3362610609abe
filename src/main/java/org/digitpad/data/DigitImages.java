package org.digitpad.data;

import java.util.Objects;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.Sha256;

/**
 * Images of digits with one byte per pixel: 60,000 take 47 MB. Immutable by convention: the array
 * is shared, not copied, and must not be changed.
 */
public final class DigitImages {
  /** The most images that a file may hold: 196 MB. EMNIST's digits are 240,000. */
  public static final int MAX_COUNT = 250_000;

  /** Each byte divided by 255, since a lookup is cheaper than a conversion and a division. */
  private static final float[] SCALED = new float[256];

  static {
    for (int i = 0; i < SCALED.length; i++) {
      SCALED[i] = i / 255f;
    }
  }

  private final byte[] pixels;
  private final int first;
  private final int size;

  /**
   * Uses the array without copying it.
   *
   * @param pixels size×784 unsigned bytes, row-major; 0 is background, 255 is ink
   * @throws IllegalArgumentException if the length is not a multiple of 784
   */
  public DigitImages(byte[] pixels) {
    if (pixels.length % DigitImage.PIXELS != 0) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are no images of " + DigitImage.PIXELS);
    }
    this.pixels = pixels;
    this.first = 0;
    this.size = pixels.length / DigitImage.PIXELS;
  }

  private DigitImages(byte[] pixels, int first, int size) {
    this.pixels = pixels;
    this.first = first;
    this.size = size;
  }

  /**
   * Converts an image's 784 pixels, from 0 to 1, to bytes.
   *
   * @param pixels the bytes of several images; those of image {@code index} are overwritten
   */
  public static void write(float[] image, byte[] pixels, int index) {
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      pixels[index * DigitImage.PIXELS + i] = (byte) Math.round(255 * image[i]);
    }
  }

  /** Returns the number of images. */
  public int size() {
    return size;
  }

  /** Returns a copy of an image. */
  public DigitImage image(int index) {
    float[] values = new float[DigitImage.PIXELS];
    copyImage(index, values, 0);
    return new DigitImage(values);
  }

  /** Copies an image's 784 pixels, scaled to 0 to 1, to {@code offset} of the target. */
  public void copyImage(int index, float[] target, int offset) {
    int from = offset(index);
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      target[offset + i] = SCALED[pixels[from + i] & 0xff];
    }
  }

  /**
   * Copies an image's rows, scaled to 0 to 1: the first to {@code offset} of the target, each
   * following one {@code stride} further.
   */
  public void copyRows(int index, float[] target, int offset, int stride) {
    int from = offset(index);
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int i = 0; i < DigitImage.SIDE; i++) {
        target[offset + row * stride + i] = SCALED[pixels[from + row * DigitImage.SIDE + i] & 0xff];
      }
    }
  }

  /**
   * Returns the images from {@code from}, inclusive, to {@code to}, exclusive, without copying
   * them.
   */
  public DigitImages slice(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return new DigitImages(pixels, first + from, to - from);
  }

  /** Returns the SHA-256 of the labels followed by all pixels. */
  String sha256(byte[] labels) {
    return Sha256.builder()
        .add(labels, 0, labels.length)
        .add(pixels, offset(0), size * DigitImage.PIXELS)
        .hex();
  }

  /** Returns the position of an image's first pixel. */
  private int offset(int index) {
    return (first + index) * DigitImage.PIXELS;
  }
}
