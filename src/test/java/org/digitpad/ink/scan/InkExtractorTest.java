package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.digitpad.ink.scan.SyntheticPictures.picture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkExtractorTest {
  /** A square of 10×10 pixels in the middle of a uniform background. */
  private static GrayImage square(int background, int ink) {
    return picture(40, 40, (x, y) -> x >= 15 && x < 25 && y >= 15 && y < 25 ? ink : background);
  }

  @ParameterizedTest
  @CsvSource({"200, 185, false", "200, 184, true", "40, 55, false", "40, 56, true"})
  void contrastBelow16IsNoInk(int background, int ink, boolean found) {
    assertThat(InkExtractor.of(square(background, ink)).isPresent()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"250, 10", "10, 250", "128, 100"})
  void inkIsOneWhateverItsColor(int background, int ink) {
    InkExtractor extractor = InkExtractor.of(square(background, ink)).orElseThrow();
    assertThat(extractor.at(20, 20)).isEqualTo(1);
    assertThat(extractor.at(15, 24)).isEqualTo(1);
    assertThat(extractor.at(14, 20)).isZero();
    assertThat(extractor.at(20, 25)).isZero();
  }

  @Test
  void inkIsTakenForDarkWhereBothAreAsLikely() {
    InkExtractor extractor =
        InkExtractor.of(picture(40, 40, (x, y) -> y != 20 ? 128 : x < 20 ? 28 : 228)).orElseThrow();
    assertThat(extractor.at(10, 20)).isEqualTo(1);
    assertThat(extractor.at(30, 20)).isZero();
  }

  @Test
  void thereIsNoInkOutsideTheImage() {
    InkExtractor extractor =
        InkExtractor.of(picture(20, 30, (x, y) -> (x + y) % 7 == 0 ? 0 : 255)).orElseThrow();
    assertThat(extractor.width()).isEqualTo(20);
    assertThat(extractor.height()).isEqualTo(30);
    assertThat(extractor.at(0, 0)).isEqualTo(1);
    assertThat(extractor.at(-1, 0)).isZero();
    assertThat(extractor.at(0, -1)).isZero();
    assertThat(extractor.at(20, 1)).isZero();
    // the next pixel in memory, (0, 7), is ink
    assertThat(extractor.at(20, 6)).isZero();
    assertThat(extractor.at(5, 30)).isZero();
    assertThat(extractor.at(19, 2)).isEqualTo(1);
    assertThat(extractor.at(6, 29)).isEqualTo(1);
  }

  @Test
  void theDarkest30PercentOfTheMassAreFullInk() {
    // columns of contrast 100 and 50: 50 of them 100 deep, 100 of them 50 deep, half of the mass
    // each
    InkExtractor half = InkExtractor.of(twoTones(50, 100)).orElseThrow();
    assertThat(half.at(10, 5)).isEqualTo(1);
    assertThat(half.at(10, 15)).isCloseTo(0.5, within(1e-9));
    // 10 are 100 deep, 100 are 50 deep: a sixth of the mass, so that 50 is full
    InkExtractor sixth = InkExtractor.of(twoTones(10, 100)).orElseThrow();
    assertThat(sixth.at(10, 15)).isEqualTo(1);
  }

  private static GrayImage twoTones(int deep, int shallow) {
    return picture(
        120,
        30,
        (x, y) -> {
          if (y == 5 && x >= 10 && x < 10 + deep) {
            return 100;
          }
          return y == 15 && x >= 10 && x < 10 + shallow ? 150 : 200;
        });
  }

  @Test
  void aLittleStrongInkOutweighsALargeUnevenBackground() {
    GrayImage image =
        picture(
            60,
            60,
            (x, y) -> {
              boolean ink = x >= 28 && x < 32 && y >= 20 && y < 40;
              boolean brighter = x > 2 && x < 57 && y > 2 && y < 57;
              return ink ? 60 : brighter ? 220 : 200;
            });
    InkExtractor extractor = InkExtractor.of(image).orElseThrow();
    assertThat(extractor.at(30, 30)).isEqualTo(1);
    assertThat(extractor.at(10, 30)).isZero();
  }

  /** Light from one side: a column, or a row, is as much lighter than the one before. */
  @ParameterizedTest
  @CsvSource({"3, 0, -90", "0, 3, -90", "2, 1, -90", "3, 0, 90", "0, 3, 90", "2, 1, 90"})
  void inkStandsOutFromAnUnevenBackground(int perColumn, int perRow, int contrast) {
    GrayImage image =
        picture(
            31,
            31,
            (x, y) -> {
              boolean ink = x >= 12 && x < 18 && y >= 4 && y < 26;
              double background = (contrast < 0 ? 130 : 40) + perColumn * x + perRow * y;
              return ink ? background + contrast : background;
            });
    InkExtractor extractor = InkExtractor.of(image).orElseThrow();
    for (int y = 0; y < 31; y++) {
      for (int x = 0; x < 31; x++) {
        boolean ink = x >= 12 && x < 18 && y >= 4 && y < 26;
        assertThat(extractor.at(x, y)).isCloseTo(ink ? 1 : 0, within(1e-9));
      }
    }
  }

  @Test
  void contrastWithinTheNoiseIsNoInk() {
    // a border that deviates by 4 has a deviation of 5.9 and a floor of 17.8: 35 is not twice as
    // much, 36 is
    assertThat(InkExtractor.of(noisy(35))).isEmpty();
    assertThat(InkExtractor.of(noisy(36))).isPresent();
    InkExtractor extractor = InkExtractor.of(noisy(100)).orElseThrow();
    assertThat(extractor.at(3, 3)).isZero();
    assertThat(extractor.at(20, 20)).isEqualTo(1);
  }

  private static GrayImage noisy(int contrast) {
    return picture(
        41,
        41,
        (x, y) -> {
          boolean ink = x >= 15 && x < 25 && y >= 15 && y < 25;
          return ink ? 150 - contrast : new int[] {146, 150, 154, 154, 146}[(x + y) % 5];
        });
  }
}
