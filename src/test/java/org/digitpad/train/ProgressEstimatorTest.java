package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.train.TrainingListener.StepMetrics;
import org.junit.jupiter.api.Test;

final class ProgressEstimatorTest {
  private static StepMetrics step(int epoch, int step, double seconds) {
    return new StepMetrics(epoch, step, 200, 1, 0.5, 1, 0.5, seconds);
  }

  private static EpochMetrics epoch(int number, double seconds) {
    return new EpochMetrics(number, seconds, 1, 0.5, 1, 0.5);
  }

  @Test
  void estimatesFromTheStepsOfTheFirstEpoch() {
    ProgressEstimator estimator = new ProgressEstimator(5, 12_000);
    StepMetrics quarter = step(1, 50, 6);

    assertThat(ProgressEstimator.epochFraction(quarter)).isEqualTo(0.25);
    assertThat(estimator.imagesPerSecond(quarter)).isCloseTo(500, within(1e-9));
    assertThat(estimator.remainingSeconds(quarter)).isCloseTo(4.75 * 24, within(1e-9));
  }

  @Test
  void estimatesFromAllEpochsSoFar() {
    ProgressEstimator estimator = new ProgressEstimator(5, 12_000);
    estimator.add(epoch(1, 30));
    estimator.add(epoch(2, 20));
    StepMetrics half = step(3, 100, 5);

    assertThat(estimator.imagesPerSecond(half)).isCloseTo(1_200, within(1e-9));
    // 55 s for two and a half epochs; as many are left
    assertThat(estimator.remainingSeconds(half)).isCloseTo(55, within(1e-9));
    assertThat(estimator.remainingSeconds(step(5, 200, 10))).isCloseTo(0, within(1e-9));
  }

  /** The epochs before the program was resumed may have run on another computer. */
  @Test
  void estimatesFromTheEpochsSinceTheRunWasResumed() {
    ProgressEstimator estimator = new ProgressEstimator(5, 12_000);
    assertThat(estimator.remainingSeconds(step(4, 100, 10))).isCloseTo(30, within(1e-9));
  }
}
