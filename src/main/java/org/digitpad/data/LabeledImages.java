package org.digitpad.data;

import java.util.Arrays;
import org.digitpad.ink.DigitImage;

/**
 * Digits with their labels, a byte a pixel: 60,000 take 47 MB. Immutable by convention: the arrays
 * are shared, not copied, and nobody writes to them.
 */
public final class LabeledImages {
  /** Every byte's share of 255, since a look-up is cheaper than a conversion and a division. */
  private static final float[] SHARES = new float[256];

  static {
    for (int i = 0; i < SHARES.length; i++) {
      SHARES[i] = i / 255f;
    }
  }

  private final byte[] pixels;
  private final byte[] labels;

  /**
   * Keeps the arrays without copying.
   *
   * @param pixels size×784 unsigned bytes, row-major; 0 is paper, 255 is ink
   * @param labels size labels from 0 to 9
   * @throws IllegalArgumentException if the lengths disagree
   */
  public LabeledImages(byte[] pixels, byte[] labels) {
    if (pixels.length != (long) labels.length * DigitImage.PIXELS) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not " + labels.length + " images of " + DigitImage.PIXELS);
    }
    this.pixels = pixels;
    this.labels = labels;
  }

  public int size() {
    return labels.length;
  }

  public int label(int index) {
    return labels[index];
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
  void copyRows(int index, float[] target, int offset, int stride) {
    int from = index * DigitImage.PIXELS;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int i = 0; i < DigitImage.SIDE; i++) {
        target[offset + row * stride + i] = SHARES[pixels[from + row * DigitImage.SIDE + i] & 0xff];
      }
    }
  }

  /** Returns the SHA-256 of all labels, then all pixels. */
  String sha256() {
    return Sha256.of(labels, pixels);
  }

  /** Returns the images from {@code from} to before {@code to}, copied. */
  public LabeledImages slice(int from, int to) {
    return new LabeledImages(
        Arrays.copyOfRange(pixels, from * DigitImage.PIXELS, to * DigitImage.PIXELS),
        Arrays.copyOfRange(labels, from, to));
  }
}
