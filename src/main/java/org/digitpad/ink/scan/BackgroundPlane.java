package org.digitpad.ink.scan;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The luminance of an image's background, judged by the image's border: one level, or a plane where
 * light falls from one side.
 *
 * @param level luminance in the upper left corner, 0 to 255
 * @param perColumn what each column to the right adds
 * @param perRow what each row down adds
 * @param noise standard deviation of the border's luminance about that plane
 */
record BackgroundPlane(double level, double perColumn, double perRow, double noise) {
  /** More samples of a border this long would say the same. */
  private static final int SAMPLES_PER_SIDE = 1000;

  /** A slope counts only if the border lies this many times closer to the slope than to a level. */
  private static final double SLOPE_GAIN = 2;

  /** Median absolute deviation to standard deviation, for the normal distribution. */
  private static final double DEVIATION_PER_MAD = 1.4826;

  static BackgroundPlane of(GrayImage image) {
    int right = image.width() - 1;
    int bottom = image.height() - 1;
    Side[] sides = {
      new Side(image.width(), x -> x, x -> 0),
      new Side(image.width(), x -> x, x -> bottom),
      new Side(image.height(), y -> 0, y -> y),
      new Side(image.height(), y -> right, y -> y)
    };
    BackgroundPlane level = level(image, sides);
    BackgroundPlane slope = slope(image, sides);
    double[] offLevel = deviations(level, image, sides);
    double[] offSlope = deviations(slope, image, sides);
    // ink that runs into one side pretends to be a slope, but it fits the border badly
    boolean sloped = Arrays.stream(offSlope).sum() * SLOPE_GAIN < Arrays.stream(offLevel).sum();
    BackgroundPlane paper = sloped ? slope : level;
    double noise = DEVIATION_PER_MAD * median(sloped ? offSlope : offLevel);
    return new BackgroundPlane(paper.level, paper.perColumn, paper.perRow, noise);
  }

  /**
   * Returns the luminance of the paper at a pixel, 0 to 255 except where a slope runs out of it.
   */
  double at(int x, int y) {
    return level + perColumn * x + perRow * y;
  }

  private static BackgroundPlane level(GrayImage image, Side[] sides) {
    double[] all =
        Arrays.stream(sides).flatMapToDouble(s -> Arrays.stream(s.values(image))).toArray();
    return new BackgroundPlane(median(all), 0, 0, 0);
  }

  /** A plane through the medians of the sides, which are what it has in the sides' middles. */
  private static BackgroundPlane slope(GrayImage image, Side[] sides) {
    double top = median(sides[0].values(image));
    double bottom = median(sides[1].values(image));
    double left = median(sides[2].values(image));
    double right = median(sides[3].values(image));
    double acrossX = right - left;
    double acrossY = bottom - top;
    double middle = (top + bottom + left + right) / 4;
    return new BackgroundPlane(
        middle - (acrossX + acrossY) / 2,
        acrossX / Math.max(1, image.width() - 1),
        acrossY / Math.max(1, image.height() - 1),
        0);
  }

  private static double[] deviations(BackgroundPlane paper, GrayImage image, Side[] sides) {
    return Arrays.stream(sides)
        .flatMapToDouble(s -> Arrays.stream(s.deviations(image, paper)))
        .toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** One side of the border: pixel {@code i} of {@code length} lies at (x(i), y(i)). */
  private record Side(int length, IntUnaryOperator x, IntUnaryOperator y) {
    double[] values(GrayImage image) {
      return deviations(image, new BackgroundPlane(0, 0, 0, 0));
    }

    double[] deviations(GrayImage image, BackgroundPlane paper) {
      int count = Math.min(length, SAMPLES_PER_SIDE);
      double[] deviations = new double[count];
      for (int sample = 0; sample < count; sample++) {
        int i = (int) ((long) sample * length / count);
        int column = x.applyAsInt(i);
        int row = y.applyAsInt(i);
        deviations[sample] = Math.abs(image.at(column, row) - paper.at(column, row));
      }
      return deviations;
    }
  }
}
