package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.digitpad.ink.scan.SyntheticPictures.picture;

import org.junit.jupiter.api.Test;

class BackgroundPlaneTest {
  @Test
  void aSlopeIsFittedExactly() {
    // luminances are whole numbers, so whole slopes lose nothing; odd lengths have a median in the
    // middle
    BackgroundPlane plane = BackgroundPlane.of(picture(31, 21, (x, y) -> 20 + 3 * x + 5 * y));
    assertThat(plane.level()).isCloseTo(20, within(1e-9));
    assertThat(plane.perColumn()).isCloseTo(3, within(1e-9));
    assertThat(plane.perRow()).isCloseTo(5, within(1e-9));
    assertThat(plane.noise()).isZero();
    assertThat(plane.at(7, 11)).isCloseTo(20 + 3 * 7 + 5 * 11, within(1e-9));
  }

  @Test
  void inkThatTouchesOneSideIsNoSlope() {
    for (int side = 0; side < 4; side++) {
      int touched = side;
      BackgroundPlane plane =
          BackgroundPlane.of(
              picture(
                  40,
                  40,
                  (x, y) -> {
                    int distance = new int[] {y, 39 - y, x, 39 - x}[touched];
                    int along = touched < 2 ? x : y;
                    return distance < 5 && along > 8 && along < 32 ? 0 : 200;
                  }));
      assertThat(plane.level()).isEqualTo(200);
      assertThat(plane.perColumn()).isZero();
      assertThat(plane.perRow()).isZero();
    }
  }

  @Test
  void aPlaneMustHalveTheDeviations() {
    // a constant deviates by 1 on half of the border, and so does a plane through the medians
    BackgroundPlane plane = BackgroundPlane.of(picture(40, 40, (x, y) -> 100 + x % 2));
    assertThat(plane.perColumn()).isZero();
    assertThat(plane.perRow()).isZero();
  }

  @Test
  void noiseIsTheDeviationOfANormalDistributionWithThatMedian() {
    // more than half of the border deviates by 4
    BackgroundPlane plane =
        BackgroundPlane.of(
            picture(61, 61, (x, y) -> new int[] {96, 100, 104, 104, 96}[(x + y) % 5]));
    assertThat(plane.level()).isEqualTo(100);
    assertThat(plane.noise()).isCloseTo(1.4826 * 4, within(1e-9));
  }

  @Test
  void aLongBorderIsSampledOverItsWholeLength() {
    // the right half of a wide picture is darker: the median of 1,000 samples from the left would
    // miss it
    BackgroundPlane plane = BackgroundPlane.of(picture(5000, 3, (x, y) -> x < 2000 ? 200 : 100));
    assertThat(plane.at(4000, 1)).isCloseTo(100, within(40.0));
  }
}
