package org.digitpad.nn.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.digitpad.nn.dl4j.Optimizer.FixedRateAdam;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;
import org.junit.jupiter.api.Test;

final class OptimizerTest {
  /** Checkpoints store these texts: with others, older ones could not be resumed. */
  @Test
  void keepsTheTextThatCheckpointsStore() {
    assertThat(new FixedRateAdam(0.001)).hasToString("FixedRateAdam[rate=0.001]");
    assertThat(new OneCycleAdamW(0.004, 0.05, 1))
        .hasToString("OneCycleAdamW[peak=0.004, decay=0.05, longest=1.0]");
  }

  @Test
  void changesOnlyItsLearningRate() {
    assertThat(new FixedRateAdam(0.001).withLearningRate(0.002))
        .isEqualTo(new FixedRateAdam(0.002));
    assertThat(new OneCycleAdamW(0.004, 0.05, 1).withLearningRate(0.002))
        .isEqualTo(new OneCycleAdamW(0.002, 0.05, 1));
  }
}
