package org.digitpad.ink;

/**
 * The centre of mass of an image's ink, in pixel coordinates: the middle of the first pixel is (0,
 * 0).
 *
 * @param x columns from the first one's middle
 * @param y rows from the first one's middle
 */
public record CenterOfMass(double x, double y) {
  /**
   * Where MNIST has it: over the 60,000 training images both means are 14.0, and since its digits
   * were moved by whole pixels they spread evenly over 13.5 to 14.5. Note that the middle of the
   * 28×28 square is 13.5.
   */
  public static final double TARGET = 14;

  /**
   * @param ink 784 pixels, row-major, not all 0
   */
  public static CenterOfMass of(float[] ink) {
    return of(new InkGrid(DigitImage.SIDE, DigitImage.SIDE, ink));
  }

  /**
   * @param grid pixels of which not all are 0
   */
  public static CenterOfMass of(InkGrid grid) {
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
