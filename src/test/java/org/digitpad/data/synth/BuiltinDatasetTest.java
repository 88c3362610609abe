package org.digitpad.data.synth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BuiltinDatasetTest {
  private final BuiltinDataset set = new BuiltinDataset(60, 20);

  @Test
  void measuresWithOtherDigitsThanItTrainsOn() {
    assertThat(set.train().size()).isEqualTo(60);
    assertThat(set.test().size()).isEqualTo(20);
    assertThat(set.train().slice(0, 20).sha256()).isNotEqualTo(set.test().sha256());
  }

  @Test
  void makesItsDigitsOnce() {
    assertThat(set.train()).isSameAs(set.train());
    assertThat(set.test()).isSameAs(set.test());
  }

  @Test
  void saysWhatItMade() {
    assertThat(set.sha256())
        .containsOnlyKeys("builtin-v2-train", "builtin-v2-test")
        .isEqualTo(new BuiltinDataset(60, 20).sha256())
        .isNotEqualTo(new BuiltinDataset(50, 20).sha256());
    assertThat(set.sha256().values()).allMatch(sum -> sum.matches("[0-9a-f]{64}"));
  }
}
