package org.digitpad.ink.scan;

import java.util.Optional;
import org.digitpad.ink.InkRaster;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the ink from a photo or scan: for each pixel a value from 0 to 1, whatever the colors of
 * ink and background.
 */
final class InkExtractor implements InkRaster {
  /** Levels of luminance. */
  private static final int LEVELS = 256;

  /** A weaker contrast, in luminance of 255, is unevenness of the background and not writing. */
  private static final double MIN_CONTRAST = 16;

  /** Luminance within this many standard deviations of the background is background. */
  private static final double NOISE_DEVIATIONS = 3;

  /** The contrast of ink must exceed the noise of the background by this factor. */
  private static final double MIN_SIGNAL_TO_NOISE = 2;

  /** As in MNIST, the darkest part of the ink becomes 1: all above this quantile of its mass. */
  static final double FULL_INK_QUANTILE = 0.7;

  private final GrayImage image;
  private final BackgroundPlane background;
  private final double sign;
  private final double floor;
  private final double full;

  /** The ink of each luminance, if it does not depend on the place; else null. */
  private final double @Nullable [] inkOfLevel;

  private InkExtractor(
      GrayImage image, BackgroundPlane background, double sign, double floor, double full) {
    this.image = image;
    this.background = background;
    this.sign = sign;
    this.floor = floor;
    this.full = full;
    this.inkOfLevel = background.isConstant() ? new double[LEVELS] : null;
    if (inkOfLevel != null) {
      for (int level = 0; level < LEVELS; level++) {
        inkOfLevel[level] = ink(level, background.level());
      }
    }
  }

  /** Returns the ink in an image, or nothing if no ink stands out from the background. */
  static Optional<InkExtractor> of(GrayImage image) {
    BackgroundPlane background = BackgroundPlane.of(image);
    double floor = NOISE_DEVIATIONS * background.noise();
    long[] darker = new long[LEVELS];
    long[] lighter = new long[LEVELS];
    if (background.isConstant()) {
      long[] levels = image.histogram();
      for (int level = 0; level < LEVELS; level++) {
        double contrast = level - background.level();
        (contrast < 0 ? darker : lighter)[size(contrast)] += levels[level];
      }
    } else {
      for (int y = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          double contrast = image.at(x, y) - background.at(x, y);
          (contrast < 0 ? darker : lighter)[size(contrast)]++;
        }
      }
    }
    boolean dark = thirdMoment(darker) >= thirdMoment(lighter);
    double full = massQuantile(dark ? darker : lighter, floor);
    if (full < MIN_CONTRAST || full < MIN_SIGNAL_TO_NOISE * floor) {
      return Optional.empty();
    }
    return Optional.of(new InkExtractor(image, background, dark ? -1 : 1, floor, full));
  }

  @Override
  public int width() {
    return image.width();
  }

  @Override
  public int height() {
    return image.height();
  }

  @Override
  public double at(int x, int y) {
    if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
      return 0;
    }
    int level = image.at(x, y);
    return inkOfLevel != null ? inkOfLevel[level] : ink(level, background.at(x, y));
  }

  private double ink(int level, double backgroundLevel) {
    double contrast = sign * (level - backgroundLevel);
    return Math.max(0, Math.min(1, (contrast - floor) / (full - floor)));
  }

  private static int size(double contrast) {
    return (int) Math.min(LEVELS - 1, Math.round(Math.abs(contrast)));
  }

  /** With the third power, a little ink outweighs a large, slightly uneven background. */
  private static double thirdMoment(long[] histogram) {
    double sum = 0;
    for (int size = 0; size < histogram.length; size++) {
      sum += histogram[size] * Math.pow(size, 3);
    }
    return sum;
  }

  private static double massQuantile(long[] histogram, double floor) {
    double mass = 0;
    for (int size = (int) floor; size < histogram.length; size++) {
      mass += (double) histogram[size] * size;
    }
    double above = mass * (1 - FULL_INK_QUANTILE);
    for (int size = histogram.length - 1; size > 0; size--) {
      above -= (double) histogram[size] * size;
      if (above < 0) {
        return size;
      }
    }
    return 0;
  }
}
