package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TemperatureScalingTest {
  /** The temperature for four images with the same logits, three of them of class 0. */
  private static double threeOfFour(float logit, float constant) {
    float[] row = {logit + constant, constant};
    return TemperatureScaling.fit(new float[][] {row, row, row, row}, new int[] {0, 0, 1, 0});
  }

  /** The optimal probability of class 0 is 3/4, and so its logit ln 3. */
  @Test
  void makesConfidenceMatchAccuracy() {
    assertThat(threeOfFour(2, 0)).isCloseTo(2 / Math.log(3), within(1e-6));
    assertThat(threeOfFour(0.5f, 0)).isCloseTo(0.5 / Math.log(3), within(1e-6));
    assertThat(threeOfFour((float) Math.log(3), 0)).isCloseTo(1, within(1e-6));
  }

  @Test
  void isInvariantToAConstantInAllLogits() {
    assertThat(threeOfFour(2, -50)).isCloseTo(threeOfFour(2, 0), within(1e-6));
  }

  @Test
  void scalesWithTheLogits() {
    assertThat(threeOfFour(3, 0)).isCloseTo(1.5 * threeOfFour(2, 0), within(1e-6));
  }

  @Test
  void isBoundedForNetworksThatAreAlwaysRightOrAlwaysWrong() {
    float[][] sure = {{5, 0, 0}, {5, 0, 0}};

    assertThat(TemperatureScaling.fit(sure, new int[] {0, 0}))
        .isCloseTo(TemperatureScaling.MIN, within(1e-6));
    assertThat(TemperatureScaling.fit(sure, new int[] {1, 2}))
        .isCloseTo(TemperatureScaling.MAX, within(1e-6));
  }

  @Test
  void handlesLogitsThatWouldOverflow() {
    float[] row = {4000, 0};
    double temperature =
        TemperatureScaling.fit(new float[][] {row, row, row, row}, new int[] {0, 0, 1, 0});

    assertThat(temperature).isCloseTo(TemperatureScaling.MAX, within(1e-6));
    assertThat(threeOfFour(2, 4000)).isCloseTo(2 / Math.log(3), within(1e-6));
  }
}
