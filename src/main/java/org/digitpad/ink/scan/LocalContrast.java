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
  private static final int MIN_BACKGROUND = 40;

  /** Where ink is light, paper that is lighter than half of white would amplify noise too. */
  private static final int MAX_LIGHT_BACKGROUND = 128;

  /** Large enough for local medians, in pixels of the longer side. */
  private static final int MEDIAN_SIDE = 200;

  private LocalContrast() {}

  /**
   * Returns how much speaks for ink that is darker than what is around it, from 0 to 1: the share
   * of dark deviations from the local median in the third moment of all. The median follows edges
   * of shadows and of paper, which a mean does not.
   */
  static double darkShare(GrayImage image) {
    int side = Math.max(image.width(), image.height());
    GrayImage small = image.shrink((side + MEDIAN_SIDE - 1) / MEDIAN_SIDE);
    int radius = Math.max(2, Math.max(small.width(), small.height()) / 12);
    double dark = 0;
    double light = 0;
    for (int y = 0; y < small.height(); y++) {
      int top = Math.max(0, y - radius);
      int bottom = Math.min(small.height(), y + radius + 1);
      int[] counts = new int[256];
      for (int x = 0; x < Math.min(small.width(), radius); x++) {
        count(small, x, top, bottom, counts, 1);
      }
      for (int x = 0; x < small.width(); x++) {
        if (x + radius < small.width()) {
          count(small, x + radius, top, bottom, counts, 1);
        }
        if (x > radius) {
          count(small, x - radius - 1, top, bottom, counts, -1);
        }
        int columns = Math.min(small.width(), x + radius + 1) - Math.max(0, x - radius);
        double deviation = small.at(x, y) - median(counts, columns * (bottom - top));
        double moment = Math.pow(Math.abs(deviation), 3);
        dark += deviation < 0 ? moment : 0;
        light += deviation > 0 ? moment : 0;
      }
    }
    return dark + light == 0 ? 0.5 : dark / (dark + light);
  }

  private static void count(
      GrayImage image, int x, int top, int bottom, int[] counts, int difference) {
    for (int y = top; y < bottom; y++) {
      counts[image.at(x, y)] += difference;
    }
  }

  private static int median(int[] counts, int count) {
    int left = count / 2;
    int level = 0;
    while (left >= counts[level]) {
      left -= counts[level++];
    }
    return level;
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
    int least = dark ? MIN_BACKGROUND : MAX_LIGHT_BACKGROUND;
    float[] contrast = new float[levels.length];
    for (int pixel = 0; pixel < contrast.length; pixel++) {
      double difference = background[pixel] - levels[pixel];
      double relative = difference / Math.max(least, background[pixel]);
      contrast[pixel] = (float) Math.max(0, Math.min(1, relative));
    }
    return new InkArray(width, height, contrast);
  }

  /**
   * Returns the ink that is at least as wide as a square, which leaves out thin lines and specks: a
   * morphological opening, with the edges of what is left as they were.
   *
   * @param side of the square in pixels, odd
   */
  static boolean[] opened(boolean[] ink, int width, int height, int side) {
    int radius = side / 2;
    int[] values = new int[ink.length];
    for (int pixel = 0; pixel < values.length; pixel++) {
      values[pixel] = ink[pixel] ? -1 : 0;
    }
    values = maximum(maximum(values, width, height, radius), height, width, radius);
    negate(values);
    // the opening ends at radius; beyond, it grows into the corners that it has cut off
    values = maximum(maximum(values, width, height, side), height, width, side);
    boolean[] left = new boolean[ink.length];
    for (int pixel = 0; pixel < values.length; pixel++) {
      left[pixel] = ink[pixel] && values[pixel] == 1;
    }
    return left;
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
