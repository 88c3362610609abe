package org.digitpad.ink.scan;

import java.util.Optional;
import org.digitpad.ink.InkRaster;

/** How much ink each pixel of a photo or scan carries, whatever the colours of ink and paper. */
final class InkExtractor implements InkRaster {
  /** Below this luminance, of 255, there is no writing but only unevenness of the paper. */
  private static final double LEAST_CONTRAST = 16;

  /** Luminance within so many standard deviations of the paper's is paper. */
  private static final double NOISE_DEVIATIONS = 3;

  /** Ink must stand out from the paper's noise by this factor. */
  private static final double LEAST_SIGNAL = 2;

  /** As in MNIST, the darkest part of the ink is full ink: all above this quantile of its mass. */
  private static final double FULL_INK_QUANTILE = 0.7;

  private final GrayImage image;
  private final BackgroundPlane paper;
  private final double sign;
  private final double floor;
  private final double full;

  private InkExtractor(
      GrayImage image, BackgroundPlane paper, double sign, double floor, double full) {
    this.image = image;
    this.paper = paper;
    this.sign = sign;
    this.floor = floor;
    this.full = full;
  }

  /** Returns the ink in an image, or nothing if nobody wrote on it. */
  static Optional<InkExtractor> of(GrayImage image) {
    BackgroundPlane paper = BackgroundPlane.of(image);
    double floor = NOISE_DEVIATIONS * paper.noise();
    long[] darker = new long[256];
    long[] lighter = new long[256];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double contrast = image.at(x, y) - paper.at(x, y);
        int size = (int) Math.min(255, Math.round(Math.abs(contrast)));
        (contrast < 0 ? darker : lighter)[size]++;
      }
    }
    boolean dark = thirdMoment(darker) >= thirdMoment(lighter);
    double full = massQuantile(dark ? darker : lighter, floor);
    if (full < LEAST_CONTRAST || full < LEAST_SIGNAL * floor) {
      return Optional.empty();
    }
    return Optional.of(new InkExtractor(image, paper, dark ? -1 : 1, floor, full));
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
    double contrast = sign * (image.at(x, y) - paper.at(x, y));
    return Math.max(0, Math.min(1, (contrast - floor) / (full - floor)));
  }

  /** The third power lets little ink outweigh much paper that is slightly uneven. */
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
