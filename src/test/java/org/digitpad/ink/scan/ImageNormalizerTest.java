package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.digitpad.ink.scan.SyntheticPictures.bytes;
import static org.digitpad.ink.scan.SyntheticPictures.digit;
import static org.digitpad.ink.scan.SyntheticPictures.picture;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Images;
import org.digitpad.ink.InkArray;
import org.digitpad.ink.SampleDrawings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNormalizerTest {
  static Stream<Map.Entry<String, Drawing>> drawings() {
    return SampleDrawings.all().entrySet().stream();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 255})
  void aUniformPictureIsBlank(int luminance) {
    for (int[] size : new int[][] {{1, 1}, {1, 40}, {40, 1}, {28, 28}, {300, 200}}) {
      GrayImage image = picture(size[0], size[1], (x, y) -> luminance);
      assertThat(ImageNormalizer.normalize(image)).isEqualTo(DigitImage.BLANK);
    }
  }

  @Test
  void aNoisyAndUnevenBackgroundIsBlank() {
    Random random = new Random(1);
    GrayImage background =
        picture(300, 200, (x, y) -> 200 - 0.2 * x - 0.1 * y + 4 * random.nextGaussian());
    assertThat(ImageNormalizer.normalize(background)).isEqualTo(DigitImage.BLANK);
  }

  @Test
  void narrowPicturesHaveDefinedResults() {
    GrayImage row = picture(50, 1, (x, y) -> x == 20 || x == 21 ? 0 : 255);
    GrayImage column = picture(1, 50, (x, y) -> y == 20 || y == 21 ? 0 : 255);
    for (GrayImage image : new GrayImage[] {row, column}) {
      DigitImage digit = ImageNormalizer.normalize(image);
      assertThat(digit.isBlank()).isFalse();
      Images.assertCentered(digit, 0.5);
    }
  }

  @Test
  void picturesOfRandomPixelsHaveDefinedResults() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      int width = 1 + random.nextInt(40);
      int height = 1 + random.nextInt(40);
      byte[] luminance = new byte[width * height];
      random.nextBytes(luminance);
      assertThat(ImageNormalizer.normalize(new GrayImage(width, height, luminance))).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void anImageInTheFormatOfMnistIsUnchanged(Map.Entry<String, Drawing> sample) {
    DigitImage once = ImageNormalizer.normalize(digit(sample.getValue(), 300, 20, 5, 5));
    assertThat(ImageNormalizer.normalize(new GrayImage(28, 28, bytes(once))))
        .satisfies(twice -> assertThat(Images.largestDifference(twice, once)).isLessThan(0.003));
    GrayImage inverted = picture(28, 28, (x, y) -> 255 - (bytes(once)[y * 28 + x] & 0xff));
    assertThat(ImageNormalizer.normalize(inverted))
        .satisfies(twice -> assertThat(Images.largestDifference(twice, once)).isLessThan(0.003));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void sizeAndPositionMatterLittle(Map.Entry<String, Drawing> sample) {
    DigitImage expected = ImageNormalizer.normalize(digit(sample.getValue(), 500, 200, 100, 100));
    Images.assertCentered(expected, 0.51);
    for (int size : new int[] {40, 90, 200, 400}) {
      GrayImage picture = digit(sample.getValue(), 500, size, 500 - size - 20, 30);
      assertThat(Images.meanDifference(ImageNormalizer.normalize(picture), expected))
          .isLessThan(0.03);
    }
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void colorsOfInkAndBackgroundMatterLittle(Map.Entry<String, Drawing> sample) {
    GrayImage dark = digit(sample.getValue(), 300, 150, 70, 70);
    DigitImage expected = ImageNormalizer.normalize(dark);
    GrayImage light = picture(300, 300, (x, y) -> 255 - dark.at(x, y));
    GrayImage faint = picture(300, 300, (x, y) -> 150 + 0.25 * dark.at(x, y));
    assertThat(ImageNormalizer.normalize(light)).isEqualTo(expected);
    assertThat(Images.meanDifference(ImageNormalizer.normalize(faint), expected)).isLessThan(0.01);
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void unevenLightAndSpecksMatterLittle(Map.Entry<String, Drawing> sample) {
    GrayImage clean = digit(sample.getValue(), 300, 150, 70, 70);
    Random random = new Random(2);
    GrayImage photo =
        picture(
            300,
            300,
            (x, y) -> {
              double light = 0.8 - 0.3 * x / 300 - 0.1 * y / 300;
              double reflected = x == 280 && y == 10 ? 0.2 : 0.2 + 0.8 * clean.at(x, y) / 255;
              return 255 * light * reflected + 3 * random.nextGaussian();
            });
    assertThat(
            Images.meanDifference(
                ImageNormalizer.normalize(photo), ImageNormalizer.normalize(clean)))
        .isLessThan(0.02);
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void thinStrokesAreThickened(Map.Entry<String, Drawing> sample) {
    DigitImage bold = ImageNormalizer.normalize(digit(sample.getValue(), 400, 250, 70, 70));
    for (double pen : new double[] {0.01, 0.02, 0.04, 0.06}) {
      DigitImage thin = ImageNormalizer.normalize(digit(sample.getValue(), pen, 400, 250, 70, 70));
      assertThat(Images.ink(thin)).isCloseTo(Images.ink(bold), withinPercentage(20));
      assertThat(Images.meanDifference(thin, bold)).isLessThan(0.05);
    }
  }

  @Test
  void inkAtTheBorderIsNotMistakenForUnevenLight() {
    // a seven, cropped so tightly that its bar is in the first row
    GrayImage seven = picture(60, 100, (x, y) -> y < 12 || Math.abs(x - 54 + y / 2) < 6 ? 0 : 255);
    DigitImage digit = ImageNormalizer.normalize(seven);
    Images.assertCentered(digit, 1);
    assertThat(Images.ink(digit)).isBetween(50.0, 100.0);
  }

  /**
   * A thick bar with a thin tail on one side, whose ink would leave the image if it was centered.
   */
  @Test
  void inkThatIsFarFromTheCenterStaysInside() {
    GrayImage right = picture(300, 300, (x, y) -> ink(x, y) ? 0 : 255);
    GrayImage left = picture(300, 300, (x, y) -> ink(299 - x, y) ? 0 : 255);
    GrayImage down = picture(300, 300, (x, y) -> ink(y, x) ? 0 : 255);
    GrayImage up = picture(300, 300, (x, y) -> ink(299 - y, x) ? 0 : 255);
    assertThat(box(right)).returns(8, InkBounds::left).returns(20, InkBounds::width);
    assertThat(box(left)).returns(0, InkBounds::left).returns(20, InkBounds::width);
    assertThat(box(down)).returns(8, InkBounds::top).returns(20, InkBounds::height);
    assertThat(box(up)).returns(0, InkBounds::top).returns(20, InkBounds::height);
  }

  private static boolean ink(int x, int y) {
    boolean bar = x >= 50 && x < 90 && y >= 50 && y < 250;
    boolean tail = x >= 90 && x < 250 && y >= 145 && y < 155;
    return bar || tail;
  }

  private static InkBounds box(GrayImage image) {
    float[] pixels = ImageNormalizer.normalize(image).toArray();
    return InkBounds.of(new InkArray(DigitImage.SIDE, DigitImage.SIDE, pixels));
  }

  @Test
  void aHugePictureNeedsLittleMemory() {
    byte[] luminance = new byte[10_000 * 10_000];
    for (int y = 2000; y < 8000; y++) {
      Arrays.fill(luminance, y * 10_000 + 7000, y * 10_000 + 7600, (byte) 255);
    }
    GrayImage one = new GrayImage(10_000, 10_000, luminance);
    DigitImage digit = ImageNormalizer.normalize(one);
    Images.assertCentered(digit, 0.5);
    assertThat(Images.ink(digit)).isCloseTo(20 * 2, within(0.1));
  }

  @Test
  void anImageMustHaveAsManyPixelsAsItsSize() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GrayImage(0, 5, new byte[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GrayImage(2, 3, new byte[5]))
        .withMessage("2×3 pixels need as many bytes, got 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GrayImage(65_536, 65_536, new byte[0]));
  }
}
