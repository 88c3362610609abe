package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ArgMaxTest {
  @Test
  void findsTheLargestValue() {
    assertThat(ArgMax.of(new float[] {-3, -1, -2})).isEqualTo(1);
    assertThat(ArgMax.of(new float[] {7})).isZero();
  }

  @Test
  void prefersTheSmallestIndexOfEqualValues() {
    assertThat(ArgMax.of(new float[] {0, 2, 1, 2})).isEqualTo(1);
    assertThat(ArgMax.of(new float[] {0, 0})).isZero();
  }

  @Test
  void findsTheLargestOfSomeValuesRelativeToTheirOffset() {
    float[] values = {9, 1, 3, 2, 9};
    assertThat(ArgMax.of(values, 1, 3)).isEqualTo(1);
    assertThat(ArgMax.of(values, 3, 2)).isEqualTo(1);
  }

  @Test
  void ofNanOnlyIsTheFirst() {
    assertThat(ArgMax.of(new float[] {Float.NaN, Float.NaN})).isZero();
  }
}
