package org.digitpad.ink.scan;

import java.util.Arrays;

/**
 * The luminance of an image's background, estimated from the border of the image: constant, or a
 * plane if the light comes from one side.
 *
 * @param level luminance in the upper left corner, 0 to 255
 * @param perColumn change from a column to the next
 * @param perRow change from a row to the next
 * @param noise standard deviation of the border's luminance about that plane
 */
record BackgroundPlane(double level, double perColumn, double perRow, double noise) {
  /** Enough for the medians; more samples would not change the result. */
  private static final int MAX_SAMPLES_PER_SIDE = 1000;

  /** A plane is used only if its deviations are smaller than those of a constant by this factor. */
  private static final double MIN_PLANE_GAIN = 2;

  /** Ratio of standard deviation to median absolute deviation (MAD) of a normal distribution. */
  private static final double DEVIATION_PER_MAD = 1.4826;

  /** Estimates the background of an image. */
  static BackgroundPlane of(GrayImage image) {
    int right = image.width() - 1;
    int bottom = image.height() - 1;
    Side[] sides = {
      new Side(image.width(), 0, 0, 1, 0),
      new Side(image.width(), 0, bottom, 1, 0),
      new Side(image.height(), 0, 0, 0, 1),
      new Side(image.height(), right, 0, 0, 1)
    };
    BackgroundPlane constant = constant(image, sides);
    BackgroundPlane plane = plane(image, sides);
    double[] constantDeviations = deviations(constant, image, sides);
    double[] planeDeviations = deviations(plane, image, sides);
    // ink that touches one side looks like a slope, but a plane fits such a border badly
    boolean usePlane = sum(planeDeviations) * MIN_PLANE_GAIN < sum(constantDeviations);
    BackgroundPlane background = usePlane ? plane : constant;
    double noise = DEVIATION_PER_MAD * median(usePlane ? planeDeviations : constantDeviations);
    return new BackgroundPlane(background.level, background.perColumn, background.perRow, noise);
  }

  /** Whether the background has the same luminance everywhere. */
  boolean isConstant() {
    return perColumn == 0 && perRow == 0;
  }

  /**
   * Returns the luminance of the background at a pixel: 0 to 255, unless the plane leaves that
   * range.
   */
  double at(int x, int y) {
    return level + perColumn * x + perRow * y;
  }

  private static BackgroundPlane constant(GrayImage image, Side[] sides) {
    double[] all = deviations(new BackgroundPlane(0, 0, 0, 0), image, sides);
    return new BackgroundPlane(median(all), 0, 0, 0);
  }

  /** Fits a plane to the medians of the four sides, which it takes in the middle of each side. */
  private static BackgroundPlane plane(GrayImage image, Side[] sides) {
    double top = median(sides[0].values(image));
    double bottom = median(sides[1].values(image));
    double left = median(sides[2].values(image));
    double right = median(sides[3].values(image));
    double changeX = right - left;
    double changeY = bottom - top;
    double center = (top + bottom + left + right) / 4;
    return new BackgroundPlane(
        center - (changeX + changeY) / 2,
        changeX / Math.max(1, image.width() - 1),
        changeY / Math.max(1, image.height() - 1),
        0);
  }

  private static double[] deviations(BackgroundPlane background, GrayImage image, Side[] sides) {
    double[] all = new double[sides.length * MAX_SAMPLES_PER_SIDE];
    int count = 0;
    for (Side side : sides) {
      double[] deviations = side.deviations(image, background);
      System.arraycopy(deviations, 0, all, count, deviations.length);
      count += deviations.length;
    }
    return Arrays.copyOf(all, count);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /**
   * One side of the border: pixel {@code i} of {@code length} is at (x + i · stepX, y + i · stepY).
   */
  private record Side(int length, int x, int y, int stepX, int stepY) {
    double[] values(GrayImage image) {
      return deviations(image, new BackgroundPlane(0, 0, 0, 0));
    }

    double[] deviations(GrayImage image, BackgroundPlane background) {
      int count = Math.min(length, MAX_SAMPLES_PER_SIDE);
      double[] deviations = new double[count];
      for (int sample = 0; sample < count; sample++) {
        int i = (int) ((long) sample * length / count);
        int column = x + i * stepX;
        int row = y + i * stepY;
        deviations[sample] = Math.abs(image.at(column, row) - background.at(column, row));
      }
      return deviations;
    }
  }
}
