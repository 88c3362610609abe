package org.digitpad.ink;

/**
 * The center of mass of an image's ink in pixel coordinates, where (0, 0) is the middle of the
 * first pixel. {@link StrokeRenderer} centers drawings by it, and {@code ink.scan.ImageNormalizer}
 * pictures.
 *
 * @param x column
 * @param y row
 */
public record CenterOfMass(double x, double y) {
  /**
   * The coordinate of MNIST's centers of mass along both axes. Over the 60,000 training images both
   * means are 14.0; as the digits were moved by whole pixels, the values are spread evenly over
   * 13.5 to 14.5. The middle of a 28×28 image, in contrast, is 13.5.
   */
  public static final double TARGET = 14;

  /**
   * Returns the center of mass of a 28×28 image.
   *
   * @param ink 784 pixels, row-major, not all 0
   */
  public static CenterOfMass of(float[] ink) {
    return of(new InkArray(DigitImage.SIDE, DigitImage.SIDE, ink));
  }

  /**
   * Returns the center of mass of a grid of any size.
   *
   * @param grid pixels, not all 0
   */
  public static CenterOfMass of(InkArray grid) {
    float[] ink = grid.ink();
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int pixel = 0; pixel < ink.length; pixel++) {
      mass += ink[pixel];
      x += (double) ink[pixel] * (pixel % grid.width());
      y += (double) ink[pixel] * (pixel / grid.width());
    }
    return new CenterOfMass(x / mass, y / mass);
  }
}
