package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrayImageTest {
  private static GrayImage image(int width, int height, int... luminance) {
    byte[] bytes = new byte[luminance.length];
    for (int pixel = 0; pixel < bytes.length; pixel++) {
      bytes[pixel] = (byte) luminance[pixel];
    }
    return new GrayImage(width, height, bytes);
  }

  @Test
  void imagesAreEqualIfTheirSizesAndPixelsAre() {
    GrayImage image = image(2, 1, 3, 250);
    assertThat(image).isEqualTo(image(2, 1, 3, 250)).hasSameHashCodeAs(image(2, 1, 3, 250));
    assertThat(image).isNotEqualTo(image(1, 2, 3, 250)).isNotEqualTo(image(2, 1, 3, 251));
    assertThat(image).isNotEqualTo("image");
    assertThat(image.hashCode()).isNotEqualTo(image(1, 2, 3, 250).hashCode());
    assertThat(image.hashCode()).isNotEqualTo(image(2, 1, 3, 251).hashCode());
  }

  @Test
  void aPictureIsDescribedByItsSize() {
    assertThat(image(2, 1, 3, 250)).hasToString("GrayImage[2×1]");
  }
}
