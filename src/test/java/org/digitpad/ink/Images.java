package org.digitpad.ink;

import static org.assertj.core.api.Assertions.assertThat;

/** Measures and assertions of images. */
final class Images {
  private Images() {}

  static double ink(DigitImage image) {
    double ink = 0;
    for (float pixel : image.toArray()) {
      ink += pixel;
    }
    return ink;
  }

  static double largestDifference(DigitImage one, DigitImage other) {
    double largest = 0;
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      largest = Math.max(largest, Math.abs(one.toArray()[pixel] - other.toArray()[pixel]));
    }
    return largest;
  }

  static double meanDifference(DigitImage one, DigitImage other) {
    float[] a = one.toArray();
    float[] b = other.toArray();
    double sum = 0;
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      sum += Math.abs(a[pixel] - b[pixel]);
    }
    return sum / DigitImage.PIXELS;
  }

  static void assertCentred(DigitImage image, double tolerance) {
    MassCentre centre = MassCentre.of(image.toArray());
    assertThat(Math.abs(centre.x() - MassCentre.TARGET)).as("x").isLessThanOrEqualTo(tolerance);
    assertThat(Math.abs(centre.y() - MassCentre.TARGET)).as("y").isLessThanOrEqualTo(tolerance);
  }
}
