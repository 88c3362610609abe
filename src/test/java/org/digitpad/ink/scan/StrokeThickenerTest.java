package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.digitpad.ink.InkArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeThickenerTest {
  private static final int SIDE = 80;

  /** A vertical bar of full height, with its ink in each pixel. */
  private static InkArray bar(int left, int width, float value) {
    float[] ink = new float[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = left; x < left + width; x++) {
        ink[y * SIDE + x] = value;
      }
    }
    return new InkArray(SIDE, SIDE, ink);
  }

  /** Full ink of a bar across: the width of the middle row, in pixels. */
  private static double widthOf(InkArray ink) {
    double sum = 0;
    for (int x = 0; x < ink.width(); x++) {
      sum += ink.at(x, ink.height() / 2);
    }
    return sum;
  }

  /**
   * What a bar measures: twice its ink by its outline, of which the corner at the lower right is
   * the hypotenuse of two sides.
   */
  private static double measured(int width) {
    return 2.0 * SIDE * width / (2 * (SIDE + width) - 2 + Math.sqrt(2));
  }

  private static InkArray transposed(InkArray ink) {
    float[] turned = new float[ink.ink().length];
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        turned[x * ink.height() + y] = (float) ink.at(x, y);
      }
    }
    return new InkArray(ink.height(), ink.width(), turned);
  }

  // a bar w wide and 80 long has 80 w of ink and an outline of 2 (80 + w), so that it measures 80 w
  // / (80 + w);
  // the limit is 1.6 of 20, which is 6.4 of 80: between bars of 6 (5.58), 7 (6.44)
  @Test
  void strokesAreThinBelowAFixedShareOfTheSide() {
    InkArray wide = bar(30, 7, 1);
    InkArray thin = bar(30, 6, 1);
    assertThat(StrokeThickener.thickenIfThin(wide)).isSameAs(wide);
    assertThat(StrokeThickener.thickenIfThin(thin)).isNotSameAs(thin);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 78})
  void aThinBarBecomesATenthOfTheLargerSide(int left) {
    InkArray thick = StrokeThickener.thickenIfThin(bar(left, 2, 1));
    // the disk is placed on the centers of pixels, half a pixel within the edge on both sides
    assertThat(widthOf(thick)).isCloseTo(2 + 2 * (8 - measured(2)) / 1.8 - 1, within(1e-5));
    // the same distance is added on all sides
    assertThat(thick.width()).isEqualTo(thick.height()).isEven();
    int reach = (thick.width() - SIDE) / 2;
    assertThat(thick.at(left + reach, reach)).isEqualTo(1);
    assertThat(thick.at(left + reach + 1, SIDE - 1 + reach)).isEqualTo(1);
    double before = thick.at(left + reach - 2, SIDE / 2);
    assertThat(thick.at(left + reach + 3, SIDE / 2)).isEqualTo(before).isEqualTo(1);
  }

  @Test
  void rowsAndColumnsAreTreatedAlike() {
    InkArray across = StrokeThickener.thickenIfThin(transposed(bar(20, 3, 1)));
    InkArray down = StrokeThickener.thickenIfThin(bar(20, 3, 1));
    assertThat(transposed(across).ink()).containsExactly(down.ink());
  }

  @ParameterizedTest
  @CsvSource({"0.25", "0.5", "0.9"})
  void aStrokeThinnerThanAPixelBecomesFullInk(float value) {
    InkArray thick = StrokeThickener.thickenIfThin(bar(40, 1, value));
    double darkest = 0;
    for (float pixel : thick.ink()) {
      darkest = Math.max(darkest, pixel);
    }
    assertThat(darkest).isEqualTo(1);
  }

  @Test
  void grayInkIsRaisedByItsMeanWeightedWithItself() {
    // ink 0.5 and 0.25 in equal parts: a gain of 0.75 / 0.3125 = 2.4, which leaves 0.6 of the
    // lighter part
    InkArray dark = bar(20, 1, 0.5f);
    float[] both = dark.ink().clone();
    for (int y = 0; y < SIDE; y++) {
      both[y * SIDE + 60] = 0.25f;
    }
    InkArray thick = StrokeThickener.thickenIfThin(new InkArray(SIDE, SIDE, both));
    int reach = (thick.width() - SIDE) / 2;
    assertThat(thick.at(20 + reach, 40)).isEqualTo(1);
    assertThat(thick.at(60 + reach, 40)).isCloseTo(0.6, within(1e-6));
  }

  @Test
  void anInputThatIsNotSquareKeepsItsRows() {
    float[] ink = new float[SIDE * 20];
    for (int x = 0; x < SIDE; x++) {
      ink[7 * SIDE + x] = 1;
    }
    InkArray thick = StrokeThickener.thickenIfThin(new InkArray(SIDE, 20, ink));
    int reach = (thick.width() - SIDE) / 2;
    assertThat(thick.height()).isEqualTo(20 + 2 * reach);
    for (int y = 0; y < thick.height(); y++) {
      boolean near = Math.abs(y - reach - 7) < reach;
      assertThat(thick.at(40, y) == 1).isEqualTo(near);
    }
  }

  @Test
  void theDiskIsRoundWithASoftEdge() {
    float[] ink = new float[SIDE * SIDE];
    // a cross of single pixels; around its ends the dilation is a half disk
    for (int i = 0; i < SIDE; i++) {
      ink[i * SIDE + 40] = 1;
    }
    InkArray thick = StrokeThickener.thickenIfThin(new InkArray(SIDE, SIDE, ink));
    int reach = (thick.width() - SIDE) / 2;
    double radius = (8 - measured(1)) / 1.8;
    for (int dy = 0; dy <= reach; dy++) {
      for (int dx = 0; dx <= reach; dx++) {
        double expected = Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(dx, dy)));
        assertThat(thick.at(40 + reach + dx, reach - dy)).isCloseTo(expected, within(1e-6));
        assertThat(thick.at(40 + reach - dx, SIDE - 1 + reach + dy))
            .isCloseTo(expected, within(1e-6));
      }
    }
  }
}
