package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TemperatureScalingTest {
  /** Says class 0 with the same logit four times, and is right three times. */
  private static double threeOfFour(float logit, float more) {
    float[] row = {logit + more, more};
    return TemperatureScaling.fit(new float[][] {row, row, row, row}, new int[] {0, 0, 1, 0});
  }

  /** Best where the probability of class 0 is 3/4, so that its logit is ln 3. */
  @Test
  void makesProbabilitiesAsSureAsTheyAreRight() {
    assertThat(threeOfFour(2, 0)).isCloseTo(2 / Math.log(3), within(1e-6));
    assertThat(threeOfFour(0.5f, 0)).isCloseTo(0.5 / Math.log(3), within(1e-6));
    assertThat(threeOfFour((float) Math.log(3), 0)).isCloseTo(1, within(1e-6));
  }

  @Test
  void doesNotCareForAConstantInAllLogits() {
    assertThat(threeOfFour(2, -50)).isCloseTo(threeOfFour(2, 0), within(1e-6));
  }

  @Test
  void scalesWithTheLogits() {
    assertThat(threeOfFour(3, 0)).isCloseTo(1.5 * threeOfFour(2, 0), within(1e-6));
  }

  @Test
  void staysWithinReasonForNetworksThatAreAlwaysRightOrAlwaysWrong() {
    float[][] sure = {{5, 0, 0}, {5, 0, 0}};

    assertThat(TemperatureScaling.fit(sure, new int[] {0, 0}))
        .isCloseTo(TemperatureScaling.LOWEST, within(1e-6));
    assertThat(TemperatureScaling.fit(sure, new int[] {1, 2}))
        .isCloseTo(TemperatureScaling.HIGHEST, within(1e-6));
  }

  @Test
  void copesWithLogitsThatWouldOverflow() {
    float[] row = {4000, 0};
    double temperature =
        TemperatureScaling.fit(new float[][] {row, row, row, row}, new int[] {0, 0, 1, 0});

    assertThat(temperature).isCloseTo(TemperatureScaling.HIGHEST, within(1e-6));
  }
}
