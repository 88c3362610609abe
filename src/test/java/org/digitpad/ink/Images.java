package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;

/** Measurements of images, and assertions about them. */
public final class Images {
  private Images() {}

  public static double ink(DigitImage image) {
    return sum(image.toArray());
  }

  public static double sum(float[] pixels) {
    double sum = 0;
    for (float pixel : pixels) {
      sum += pixel;
    }
    return sum;
  }

  public static double largestDifference(DigitImage one, DigitImage other) {
    double largest = 0;
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      largest = Math.max(largest, Math.abs(one.toArray()[pixel] - other.toArray()[pixel]));
    }
    return largest;
  }

  /**
   * Returns the mean difference of the pixels for the shift by at most one pixel at which it is
   * smallest: the center of a symmetric digit lies halfway between two pixels, and may be rounded
   * to either.
   */
  public static double meanDifference(DigitImage one, DigitImage other) {
    double least = Double.POSITIVE_INFINITY;
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        least = Math.min(least, meanDifference(one, other, down, right));
      }
    }
    return least;
  }

  private static double meanDifference(DigitImage one, DigitImage other, int down, int right) {
    double sum = 0;
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        sum += Math.abs(one.at(row, column) - at(other, row + down, column + right));
      }
    }
    return sum / DigitImage.PIXELS;
  }

  private static float at(DigitImage image, int row, int column) {
    boolean inside = Math.min(row, column) >= 0 && Math.max(row, column) < DigitImage.SIDE;
    return inside ? image.at(row, column) : 0;
  }

  public static void assertCentered(DigitImage image, double tolerance) {
    CenterOfMass center = CenterOfMass.of(image.toArray());
    assertThat(Math.abs(center.x() - CenterOfMass.TARGET)).as("x").isLessThanOrEqualTo(tolerance);
    assertThat(Math.abs(center.y() - CenterOfMass.TARGET)).as("y").isLessThanOrEqualTo(tolerance);
  }

  /** A path in the middle of the image, whatever its center of mass. */
  static DigitImage uncentered(FittedPath path) {
    float[] pixels = new float[DigitImage.PIXELS];
    path.rasterize(13.5, 13.5, new PenRasterizer(PenRasterizer.PEN_WIDTH), pixels);
    return new DigitImage(pixels);
  }
}
