package org.digitpad.data.augment;

/**
 * How far an image of a digit may be bent into another one that somebody could have written. Every
 * amount is the largest change; the changes of an image are drawn evenly up to it, both ways.
 *
 * @param rotation degrees
 * @param scale share by which width and height grow or shrink, each on its own
 * @param shear slant: columns a row
 * @param translation pixels, along rows and columns
 * @param elastic root mean square of the elastic displacement, in pixels along each axis
 * @param thickness share of each neighbour's ink, or paper, that a pixel takes on, to make strokes
 *     thicker or thinner
 */
public record Augmentation(
    double rotation,
    double scale,
    double shear,
    double translation,
    double elastic,
    double thickness) {
  /** Half a turn either way; more than the image is wide. */
  private static final double MOST = 180;

  /** Leaves images as they are, bit for bit. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0);

  /** Changes digits of MNIST about as much as one hand differs from another. */
  public static final Augmentation HANDWRITING = new Augmentation(10, 0.1, 0.15, 1, 0.6, 0.12);

  /**
   * Checks the amounts.
   *
   * @throws IllegalArgumentException if one is negative or beyond all reason, or a scale could
   *     reach zero
   */
  public Augmentation {
    for (double amount : new double[] {rotation, scale, shear, translation, elastic, thickness}) {
      if (!(amount >= 0 && amount <= MOST)) {
        throw new IllegalArgumentException("an amount must lie in 0 to 180, got " + amount);
      }
    }
    if (scale >= 1) {
      throw new IllegalArgumentException("a scale must stay below 1, got " + scale);
    }
  }

  /** A worker for one thread. */
  public Augmenter newAugmenter() {
    return new Augmenter(this);
  }
}
