package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BuiltinDatasetTest {
  private final BuiltinDataset dataset = new BuiltinDataset(60, 20);

  @Test
  void testsWithOtherDigitsThanItTrainsOn() {
    assertThat(dataset.train().size()).isEqualTo(60);
    assertThat(dataset.test().size()).isEqualTo(20);
    assertThat(dataset.train().slice(0, 20).sha256()).isNotEqualTo(dataset.test().sha256());
  }

  @Test
  void generatesItsDigitsOnce() {
    assertThat(dataset.train()).isSameAs(dataset.train());
    assertThat(dataset.test()).isSameAs(dataset.test());
  }

  @Test
  void returnsTheHashesOfItsDigits() {
    assertThat(dataset.sha256())
        .containsOnlyKeys("builtin-v4-train", "builtin-v4-test")
        .isEqualTo(new BuiltinDataset(60, 20).sha256())
        .isNotEqualTo(new BuiltinDataset(50, 20).sha256());
    assertThat(dataset.sha256().values()).allMatch(sum -> sum.matches("[0-9a-f]{64}"));
  }
}
