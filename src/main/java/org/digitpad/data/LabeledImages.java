package org.digitpad.data;

import java.util.Arrays;
import org.digitpad.ink.DigitImage;

/** Images of digits with their labels. Immutable by convention, as {@link DigitImages} are. */
public final class LabeledImages {
  private final DigitImages images;
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
    this.images = new DigitImages(pixels);
    this.labels = labels;
  }

  private LabeledImages(DigitImages images, byte[] labels) {
    this.images = images;
    this.labels = labels;
  }

  /** The images alone. */
  public DigitImages images() {
    return images;
  }

  public int size() {
    return labels.length;
  }

  public int label(int index) {
    return labels[index];
  }

  public DigitImage image(int index) {
    return images.image(index);
  }

  /** Writes one image's 784 pixels, scaled to 0 to 1, at {@code offset}. */
  public void copyImage(int index, float[] target, int offset) {
    images.copyImage(index, target, offset);
  }

  /** Returns the SHA-256 of all labels, then all pixels. */
  public String sha256() {
    return images.sha256(labels);
  }

  /** Returns the images from {@code from} to before {@code to}, copied. */
  public LabeledImages slice(int from, int to) {
    return new LabeledImages(images.slice(from, to), Arrays.copyOfRange(labels, from, to));
  }
}
