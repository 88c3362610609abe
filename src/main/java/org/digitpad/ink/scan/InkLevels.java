package org.digitpad.ink.scan;

import java.util.Arrays;
import org.digitpad.ink.InkArray;
import org.jspecify.annotations.Nullable;

/** Tells from the contrasts of a picture which are noise and which are full ink. */
final class InkLevels {
  /** Levels of contrast that are told apart. */
  static final int LEVELS = 256;

  /** Contrast that is not noise, 0 to 1. */
  private static final double MIN_CONTRAST = 0.06;

  /** Deviations of noise above its median that are not ink. */
  private static final double NOISE_DEVIATIONS = 4;

  /** Ratio of standard deviation to median absolute deviation of a normal distribution. */
  private static final double DEVIATION_PER_MAD = 1.4826;

  private InkLevels() {}

  /** The contrast above which pixels are not noise. */
  static double noise(InkArray contrast) {
    double median = median(histogram(contrast.ink(), 0));
    double deviation = DEVIATION_PER_MAD * median(histogram(contrast.ink(), median));
    return Math.max(MIN_CONTRAST, median + NOISE_DEVIATIONS * deviation);
  }

  private static int[] histogram(float[] values, double origin) {
    int[] counts = new int[LEVELS];
    for (float value : values) {
      counts[(int) (Math.abs(value - origin) * (LEVELS - 1))]++;
    }
    return counts;
  }

  private static double median(int[] counts) {
    long left = Arrays.stream(counts).sum() / 2;
    int level = 0;
    while (left >= counts[level]) {
      left -= counts[level++];
    }
    return (level + 0.5) / LEVELS;
  }

  /** The contrast above which a share of the ink's mass lies, or 0 if there is no ink. */
  static double full(float[] contrast, boolean @Nullable [] mask, double floor) {
    double[] masses = new double[LEVELS];
    double total = 0;
    for (int pixel = 0; pixel < contrast.length; pixel++) {
      if (contrast[pixel] > floor && (mask == null || mask[pixel])) {
        masses[(int) (contrast[pixel] * (LEVELS - 1))] += contrast[pixel];
        total += contrast[pixel];
      }
    }
    double above = total * (1 - InkExtractor.FULL_INK_QUANTILE);
    for (int level = LEVELS - 1; level > 0; level--) {
      above -= masses[level];
      if (above < 0) {
        return (double) level / (LEVELS - 1);
      }
    }
    return 0;
  }
}
