package org.digitpad.recognize.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SteadyEstimateTest {
  private static final float[] ONE = {0, 0.8f, 0, 0.2f};
  private static final float[] THREE = {0, 0.2f, 0, 0.8f};
  private static final float[] RATHER_THREE = {0, 0.45f, 0, 0.55f};

  private final SteadyEstimate steady = new SteadyEstimate();

  @Test
  void showsTheFirstEstimateAsItIs() {
    assertThat(steady.add(ONE, 0)).containsExactly(ONE);
  }

  @Test
  void followsAClearChangeWithinTenthsOfASecond() {
    steady.add(ONE, 0);

    assertThat(steady.add(THREE, 15_000_000)[1]).isGreaterThan(0.5f);
    float[] later = steady.add(THREE, 300_000_000);
    assertThat(later[3]).isGreaterThan(0.5f);
    assertThat(sum(later)).isCloseTo(1, within(1e-6f));
  }

  @Test
  void aSmallLeadDoesNotChangeTheDigit() {
    steady.add(ONE, 0);

    assertThat(steady.add(RATHER_THREE, 5_000_000_000L)[1]).isGreaterThan(0.5f);
  }

  @Test
  void forgets() {
    steady.add(ONE, 0);
    steady.clear();

    assertThat(steady.add(THREE, 1)).containsExactly(THREE);
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
