package org.digitpad.data;

import java.util.Arrays;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.Sha256;

/**
 * Images of digits, a byte a pixel: 60,000 take 47 MB. Immutable by convention: the array is
 * shared, not copied, and nobody writes to it.
 */
public final class DigitImages {
  /** Every byte's share of 255, since a look-up is cheaper than a conversion and a division. */
  private static final float[] SHARES = new float[256];

  static {
    for (int i = 0; i < SHARES.length; i++) {
      SHARES[i] = i / 255f;
    }
  }

  private final byte[] pixels;

  /**
   * Keeps the array without copying.
   *
   * @param pixels size×784 unsigned bytes, row-major; 0 is paper, 255 is ink
   * @throws IllegalArgumentException if they are no whole images
   */
  public DigitImages(byte[] pixels) {
    if (pixels.length % DigitImage.PIXELS != 0) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are no images of " + DigitImage.PIXELS);
    }
    this.pixels = pixels;
  }

  /** Writes an image's 784 pixels, from 0 to 1, as bytes into the place of image {@code index}. */
  public static void write(float[] image, byte[] pixels, int index) {
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      pixels[index * DigitImage.PIXELS + i] = (byte) Math.round(255 * image[i]);
    }
  }

  public int size() {
    return pixels.length / DigitImage.PIXELS;
  }

  public DigitImage image(int index) {
    float[] values = new float[DigitImage.PIXELS];
    copyImage(index, values, 0);
    return new DigitImage(values);
  }

  /** Writes one image's 784 pixels, scaled to 0 to 1, at {@code offset}. */
  public void copyImage(int index, float[] target, int offset) {
    int from = index * DigitImage.PIXELS;
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      target[offset + i] = SHARES[pixels[from + i] & 0xff];
    }
  }

  /**
   * Writes one image's rows, scaled to 0 to 1, the first at {@code offset}, {@code stride} apart.
   */
  public void copyRows(int index, float[] target, int offset, int stride) {
    int from = index * DigitImage.PIXELS;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int i = 0; i < DigitImage.SIDE; i++) {
        target[offset + row * stride + i] = SHARES[pixels[from + row * DigitImage.SIDE + i] & 0xff];
      }
    }
  }

  /** Returns the images from {@code from} to before {@code to}, copied. */
  DigitImages slice(int from, int to) {
    return new DigitImages(
        Arrays.copyOfRange(pixels, from * DigitImage.PIXELS, to * DigitImage.PIXELS));
  }

  /** Returns the SHA-256 of the labels, then all pixels. */
  String sha256(byte[] labels) {
    return Sha256.of(labels, pixels);
  }
}
