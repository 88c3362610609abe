package org.digitpad.data;

import java.util.Arrays;
import org.digitpad.ink.DigitImage;

/** Images of digits with their labels. Immutable by convention, as {@link DigitImages} are. */
public final class LabeledImages {
  private final DigitImages images;
  private final byte[] labels;

  /**
   * Uses the arrays without copying them.
   *
   * @param pixels size×784 unsigned bytes, row-major; 0 is background, 255 is ink
   * @param labels size labels from 0 to 9
   * @throws IllegalArgumentException if the lengths do not match
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

  /** Returns the images without the labels. */
  public DigitImages images() {
    return images;
  }

  /** Returns the number of images. */
  public int size() {
    return labels.length;
  }

  /** Returns a label, from 0 to 9. */
  public int label(int index) {
    return labels[index];
  }

  /** Returns a copy of an image. */
  public DigitImage image(int index) {
    return images.image(index);
  }

  /** Copies an image's 784 pixels, scaled to 0 to 1, to {@code offset} of the target. */
  public void copyImage(int index, float[] target, int offset) {
    images.copyImage(index, target, offset);
  }

  /** Returns the SHA-256 of all labels followed by all pixels. */
  public String sha256() {
    return images.sha256(labels);
  }

  /**
   * Returns the images from {@code from}, inclusive, to {@code to}, exclusive. They are not copied.
   */
  public LabeledImages slice(int from, int to) {
    return new LabeledImages(images.slice(from, to), Arrays.copyOfRange(labels, from, to));
  }
}
