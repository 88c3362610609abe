package org.digitpad.ink.scan;

import java.util.Arrays;
import org.digitpad.ink.InkArray;

/**
 * The contrast of a picture's ink with the background around it, which may change abruptly, as at
 * the edge of a shadow or of the paper.
 *
 * <p>The background is the morphological closing of the picture with a square: whatever is dark and
 * narrower than the square is filled, while the edges of larger regions stay where they are. The
 * contrast is the black top-hat, the difference of both (J. Serra 1982, "Image Analysis and
 * Mathematical Morphology"; F. Meyer 1979), divided by the background, so that ink in a shadow is
 * as dark as ink in the light.
 */
final class LocalContrast {
  /** Backgrounds that are darker than this, of 255, would amplify noise. */
  private static final double MIN_BACKGROUND = 40;

  private LocalContrast() {}

  /** Returns whether thin structures of a picture are rather darker than what is around them. */
  static boolean isInkDark(GrayImage image, int radius) {
    int width = image.width();
    int height = image.height();
    int stride = width + 1;
    long[] sums = new long[stride * (height + 1)];
    for (int y = 0; y < height; y++) {
      long row = 0;
      for (int x = 0; x < width; x++) {
        row += image.at(x, y);
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    double thirdMoment = 0;
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - radius) * stride;
      int bottom = Math.min(height, y + radius + 1) * stride;
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - radius);
        int right = Math.min(width, x + radius + 1);
        long sum =
            sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
        double mean = (double) sum / ((right - left) * ((bottom - top) / stride));
        double deviation = image.at(x, y) - mean;
        thirdMoment += deviation * deviation * deviation;
      }
    }
    return thirdMoment <= 0;
  }

  /**
   * Returns the contrast of each pixel, 0 to 1.
   *
   * @param radius half the side of the square in pixels; ink must be narrower than the square
   * @param dark whether ink is darker than the background
   */
  static InkArray of(GrayImage image, int radius, boolean dark) {
    int width = image.width();
    int height = image.height();
    int[] levels = new int[width * height];
    for (int pixel = 0; pixel < levels.length; pixel++) {
      int level = image.luminance()[pixel] & 0xff;
      levels[pixel] = dark ? level : 255 - level;
    }
    int[] background = median(levels, width, height);
    background = maximum(maximum(background, width, height, radius), height, width, radius);
    negate(background);
    background = maximum(maximum(background, width, height, radius), height, width, radius);
    negate(background);
    float[] contrast = new float[levels.length];
    for (int pixel = 0; pixel < contrast.length; pixel++) {
      double difference = background[pixel] - levels[pixel];
      double relative = difference / Math.max(MIN_BACKGROUND, background[pixel]);
      contrast[pixel] = (float) Math.max(0, Math.min(1, relative));
    }
    return new InkArray(width, height, contrast);
  }

  private static void negate(int[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
  }

  /** The medians of 3×3 pixels, since the brightest noise would become background otherwise. */
  private static int[] median(int[] levels, int width, int height) {
    int[] medians = levels.clone();
    int[] window = new int[9];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int count = 0;
        for (int row = y - 1; row <= y + 1; row++) {
          for (int at = row * width + x - 1; at <= row * width + x + 1; at++) {
            int value = levels[at];
            int place = count++;
            while (place > 0 && window[place - 1] > value) {
              window[place] = window[place - 1];
              place--;
            }
            window[place] = value;
          }
        }
        medians[y * width + x] = window[4];
      }
    }
    return medians;
  }

  /**
   * Returns the largest value within a distance in each row, with rows and columns exchanged.
   * Windows of doubled length are the maximum of two windows.
   */
  private static int[] maximum(int[] values, int width, int height, int radius) {
    int[] result = new int[values.length];
    int[] row = new int[width + 2 * radius];
    int window = 2 * radius + 1;
    for (int y = 0; y < height; y++) {
      Arrays.fill(row, Integer.MIN_VALUE);
      System.arraycopy(values, y * width, row, radius, width);
      int length = 1;
      while (length < window) {
        int step = Math.min(length, window - length);
        for (int x = 0; x + step < row.length; x++) {
          row[x] = Math.max(row[x], row[x + step]);
        }
        length += step;
      }
      for (int x = 0; x < width; x++) {
        result[x * height + y] = row[x];
      }
    }
    return result;
  }
}
