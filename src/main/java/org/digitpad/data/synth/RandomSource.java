package org.digitpad.data.synth;

import java.util.SplittableRandom;

/**
 * Chance, the same on every platform: all but {@link StrictMath} may round differently elsewhere.
 */
final class RandomSource {
  private final SplittableRandom random;

  RandomSource(SplittableRandom random) {
    this.random = random;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Evenly distributed. */
  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /**
   * Nearly normal, but never more than three deviations from 0: a sum of three even numbers.
   *
   * @param deviation standard deviation
   */
  double bell(double deviation) {
    double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
    return deviation * (2 * sum - 3);
  }

  /** A factor that is as often above 1 as below. */
  double factor(double logDeviation) {
    return StrictMath.exp(bell(logDeviation));
  }
}
