package org.digitpad.data.augment;

/**
 * The ranges of the random transformations that turn an image of a digit into another one that a
 * person could have written. Every value is the largest change; the change of an image is uniformly
 * distributed up to it in both directions.
 *
 * @param rotation degrees
 * @param scale relative change of width and height, which are independent
 * @param shear slant, in columns per row
 * @param translation pixels, along rows and along columns
 * @param elastic root mean square of the elastic displacement along each axis, in pixels
 * @param thickness share of each neighbor's ink, or lack of ink, that is added to a pixel to make
 *     strokes thicker or thinner
 * @param squared share of the images whose ink is stretched towards a square box, as scanners of
 *     forms deliver digits
 */
public record Augmentation(
    double rotation,
    double scale,
    double shear,
    double translation,
    double elastic,
    double thickness,
    double squared) {
  /** Half a turn in each direction, and more than the image is wide. */
  private static final double MAX = 180;

  /** Leaves images unchanged, bit for bit. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, 0);

  /** Changes MNIST's digits about as much as the handwriting of two people differs. */
  public static final Augmentation HANDWRITING =
      new Augmentation(11, 0.1, 0.15, 1, 0.6, 0.12, 0.08);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is outside 0 to 180, the scale is not below 1, or a
   *     share is above 1
   */
  public Augmentation {
    for (double value : new double[] {rotation, scale, shear, translation, elastic, thickness}) {
      if (!(value >= 0 && value <= MAX)) {
        throw new IllegalArgumentException("a value must be in 0 to 180, got " + value);
      }
    }
    if (scale >= 1) {
      throw new IllegalArgumentException("the scale must be below 1, got " + scale);
    }
    if (!(squared >= 0 && squared <= 1)) {
      throw new IllegalArgumentException("a share must be in 0 to 1, got " + squared);
    }
  }

  /** Returns a new augmenter, to be used by one thread. */
  public Augmenter newAugmenter() {
    return new Augmenter(this);
  }
}
