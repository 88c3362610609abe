package org.digitpad.data.synth;

import java.util.SplittableRandom;

/**
 * Random numbers of several distributions, the same on every platform: {@link StrictMath} is used
 * because the functions of {@link Math} may round differently.
 */
final class PortableRandom {
  private final SplittableRandom generator;

  PortableRandom(SplittableRandom generator) {
    this.generator = generator;
  }

  /** Returns true with the given probability. */
  boolean chance(double probability) {
    return generator.nextDouble() < probability;
  }

  /** Returns a uniformly distributed number. */
  double uniform(double low, double high) {
    return low + (high - low) * generator.nextDouble();
  }

  /**
   * Returns a number whose distribution is close to a normal distribution about 0, but limited to
   * three standard deviations: the sum of three uniformly distributed numbers.
   */
  double gaussian(double standardDeviation) {
    double sum = generator.nextDouble() + generator.nextDouble() + generator.nextDouble();
    return standardDeviation * (2 * sum - 3);
  }

  /** Returns a positive factor whose logarithm is distributed as by {@link #gaussian}. */
  double logNormal(double standardDeviation) {
    return StrictMath.exp(gaussian(standardDeviation));
  }
}
