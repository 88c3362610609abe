package org.digitpad.ink.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.ink.InkArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InkBoundsTest {
  /** Of 500 units of ink, one is the share that is ignored on each side. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 498, 1, 0, 2, 1",
    "1, 0, 498, 1, 0, 2, 1",
    "0, 2, 497, 1, 0, 1, 2",
    "0, 1, 497, 2, 0, 2, 2",
    "0.5, 0.5, 498, 0.5, 0.5, 2, 1",
    "0.5, 0.75, 497.5, 0.75, 0.5, 1, 3",
    "0, 0, 500, 0, 0, 2, 1"
  })
  void ignoresAFiveHundredthOnEachSide(
      float a, float b, float c, float d, float e, int first, int length) {
    float[] ink = {a, b, c, d, e};
    assertThat(InkBounds.of(new InkArray(5, 1, ink))).isEqualTo(new InkBounds(first, 0, length, 1));
    assertThat(InkBounds.of(new InkArray(1, 5, ink))).isEqualTo(new InkBounds(0, first, 1, length));
  }
}
