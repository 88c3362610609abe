package org.digitpad.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.digitpad.data.DigitImages;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Images;
import org.junit.jupiter.api.Test;

final class PaddedImageTest {
  private static final int SIDE = DigitImage.SIDE;

  private static final DigitImages DIGITS = MnistLikeDigits.images(20, 5).images();

  private final PaddedImage image = new PaddedImage();

  private float at(int row, int column) {
    return image.pixels()[(PaddedImage.PAD + row) * PaddedImage.STRIDE + PaddedImage.PAD + column];
  }

  private double sum() {
    return Images.sum(image.pixels());
  }

  private static DigitImages full() {
    byte[] pixels = new byte[DigitImage.PIXELS];
    Arrays.fill(pixels, (byte) 255);
    return new DigitImages(pixels);
  }

  /** Returns an image with two distant pixels with ink: one of 1 and one of 0.2. */
  private static DigitImages points() {
    byte[] pixels = new byte[DigitImage.PIXELS];
    pixels[0] = (byte) 255;
    pixels[10 * SIDE + 20] = 51;
    return new DigitImages(pixels);
  }

  @Test
  void holdsTheImageAndZeroPadding() {
    image.load(DIGITS, 3);
    float[] pixels = DIGITS.image(3).toArray();
    for (int i = 0; i < pixels.length; i++) {
      assertThat(at(i / SIDE, i % SIDE)).isEqualTo(pixels[i]);
    }
    assertThat(sum()).isCloseTo(Images.sum(pixels), within(1e-6));
  }

  @Test
  void addsAShareOfTheInkOfNeighbors() {
    image.load(points(), 0);
    image.thicken(0.25f);
    assertThat(at(0, 0)).isEqualTo(1);
    assertThat(at(0, 1)).isEqualTo(0.25f);
    assertThat(at(1, 0)).isEqualTo(0.25f);
    assertThat(at(0, -1)).isEqualTo(0.25f);
    assertThat(at(-1, 0)).isEqualTo(0.25f);
    assertThat(at(1, 1)).isZero();
    assertThat(at(10, 20)).isEqualTo(0.2f);
    assertThat(at(9, 20)).isEqualTo(0.05f);
    assertThat(sum()).isCloseTo(2 + 0.4, within(1e-6));
  }

  @Test
  void subtractsAShareOfTheInkThatNeighborsLack() {
    image.load(full(), 0);
    image.thicken(-0.25f);
    assertThat(at(0, 0)).isEqualTo(0.5f);
    assertThat(at(27, 13)).isEqualTo(0.75f);
    assertThat(at(13, 13)).isEqualTo(1);
    assertThat(at(-1, 13)).isZero();
    image.load(points(), 0);
    image.thicken(-0.1f);
    assertThat(at(0, 0)).isCloseTo(0.6f, within(1e-6f));
    assertThat(at(10, 20)).isZero();
    assertThat(sum()).isCloseTo(0.6, within(1e-6));
  }

  @Test
  void makesEveryDigitThickerOrThinner() {
    for (int i = 0; i < DIGITS.size(); i++) {
      image.load(DIGITS, i);
      double original = sum();
      image.thicken(0.1f);
      assertThat(sum()).isBetween(1.05 * original, 1.5 * original);
      image.load(DIGITS, i);
      image.thicken(-0.1f);
      assertThat(sum()).isBetween(0.6 * original, 0.95 * original);
      for (float pixel : image.pixels()) {
        assertThat(pixel >= 0 && pixel <= 1).isTrue();
      }
    }
  }

  @Test
  void nothingIsLeftOfThePreviousImage() {
    image.load(full(), 0);
    image.thicken(1);
    image.load(points(), 0);
    assertThat(sum()).isCloseTo(1.2, within(1e-6));
    image.thicken(0.25f);
    assertThat(sum()).isCloseTo(2.4, within(1e-6));
    image.load(points(), 0);
    image.thicken(0);
    assertThat(sum()).isCloseTo(1.2, within(1e-6));
  }
}
