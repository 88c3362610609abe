package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.digitpad.ink.scan.SyntheticPictures.picture;

import java.util.Optional;
import org.digitpad.ink.DigitImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistFormatDetectorTest {
  /** A frame of ink, one pixel wide, whose center of mass is the center of its box. */
  private static GrayImage frame(int left, int top, int width, int height) {
    return picture(
        28,
        28,
        (x, y) -> {
          boolean inside = x >= left && x < left + width && y >= top && y < top + height;
          boolean edge = x == left || x == left + width - 1 || y == top || y == top + height - 1;
          return inside && edge ? 255 : 0;
        });
  }

  // the target of the center of mass is pixel 14: the middle of 20 pixels from 4 is 13.5, of 19
  // from 5 is 14
  @ParameterizedTest
  @CsvSource({
    "4, 4, 20, 20",
    "5, 5, 20, 20",
    "5, 5, 19, 19",
    "4, 9, 20, 11",
    "9, 4, 11, 20",
    "9, 5, 11, 19",
    "5, 9, 19, 11"
  })
  void aCenteredDigitOf19Or20PixelsHasTheFormat(int left, int top, int width, int height) {
    GrayImage image = frame(left, top, width, height);
    Optional<DigitImage> found = MnistFormatDetector.read(image);
    assertThat(found).isPresent();
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      int row = pixel / DigitImage.SIDE;
      int column = pixel % DigitImage.SIDE;
      assertThat(found.get().at(row, column)).isEqualTo(image.at(column, row) / 255f);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // too small or too large
    "5, 5, 18, 18",
    "4, 4, 21, 21",
    "9, 5, 11, 18",
    "9, 4, 11, 21",
    "5, 9, 18, 11",
    "4, 9, 21, 11",
    // off the center in one direction alone
    "3, 4, 20, 20",
    "6, 4, 20, 20",
    "4, 3, 20, 20",
    "4, 6, 20, 20",
    "8, 4, 11, 20",
    "10, 4, 11, 20",
    "4, 8, 20, 11",
    "4, 10, 20, 11"
  })
  void otherSizesAndPositionsDoNot(int left, int top, int width, int height) {
    assertThat(MnistFormatDetector.read(frame(left, top, width, height))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"127, true", "128, false"})
  void theCornerTellsWhetherTheBackgroundIsBlack(int corner, boolean black) {
    GrayImage frame = frame(4, 4, 20, 20);
    GrayImage image =
        picture(
            28,
            28,
            (x, y) -> {
              int ink = frame.at(x, y);
              return x == 0 && y == 0 ? corner : black ? ink : 255 - ink;
            });
    // the corner is ink then, so the digit is too large; without it the image has the format
    assertThat(MnistFormatDetector.read(image)).isEmpty();
    GrayImage plain = picture(28, 28, (x, y) -> black ? frame.at(x, y) : 255 - frame.at(x, y));
    assertThat(MnistFormatDetector.read(plain))
        .hasValueSatisfying(digit -> assertThat(digit.at(4, 4)).isEqualTo(1));
  }

  @Test
  void oneSideOf28PixelsIsNotEnough() {
    assertThat(MnistFormatDetector.read(picture(28, 29, (x, y) -> 0))).isEmpty();
    assertThat(MnistFormatDetector.read(picture(29, 28, (x, y) -> 0))).isEmpty();
    assertThat(MnistFormatDetector.read(picture(28, 28, (x, y) -> 0))).isEmpty();
  }
}
