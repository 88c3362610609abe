package org.digitpad.ui.inside;

import org.digitpad.ink.DigitImage;

/**
 * Colors of values on black, the same in both themes as the network's image is. Orange and blue
 * after Okabe and Ito can be told apart by the color-blind.
 */
final class HeatColors {
  private static final int[] POSITIVE = {255, 128, 48};
  private static final int[] NEGATIVE = {86, 180, 255};
  private static final int[] NEUTRAL = {150, 150, 150};

  /** Darker than on black, to stand out from light paper as well. */
  private static final int[] POSITIVE_INK = {226, 92, 16};

  private static final int[] NEGATIVE_INK = {32, 120, 208};
  private static final int[] LIGHT = {255, 255, 255};

  /** Lightness of the image below a map over it. */
  private static final float BELOW = 0.45f;

  private HeatColors() {}

  /** White for 1, black for 0 and less. */
  static int gray(float value) {
    return color(LIGHT, value);
  }

  /** Orange for 1, black for 0, blue for -1. */
  static int signed(float value) {
    return color(value < 0 ? NEGATIVE : POSITIVE, Math.abs(value));
  }

  /** The pixels of an image in white on black. */
  static int[] image(DigitImage image) {
    float[] pixels = image.toArray();
    int[] colors = new int[pixels.length];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = gray(pixels[i]);
    }
    return colors;
  }

  /** Signed values over a dim image, the strongest in full color. */
  static int[] over(DigitImage image, float[] values) {
    float largest = largest(values);
    float[] pixels = image.toArray();
    int[] colors = new int[pixels.length];
    for (int i = 0; i < colors.length; i++) {
      float share = largest > 0 ? Math.abs(values[i]) / largest : 0;
      int[] hue = values[i] < 0 ? NEGATIVE : POSITIVE;
      int argb = 0xff;
      for (int channel = 0; channel < hue.length; channel++) {
        float below = 255 * BELOW * pixels[i];
        argb = argb << 8 | Math.round(below + share * (hue[channel] - below));
      }
      colors[i] = argb;
    }
    return colors;
  }

  /** Orange for 1, gray for 0, blue for -1: for ink on light and on dark paper. */
  static int ink(float value) {
    return mixed(NEUTRAL, value < 0 ? NEGATIVE_INK : POSITIVE_INK, Math.abs(value));
  }

  /**
   * The pixels of an image, each row in its color of {@link #ink}.
   *
   * @param rows a value from -1 to 1 for each row
   */
  static int[] image(DigitImage image, float[] rows) {
    float[] pixels = image.toArray();
    int[] colors = new int[pixels.length];
    for (int i = 0; i < colors.length; i++) {
      float value = rows[i / DigitImage.SIDE];
      int ink = mixed(NEUTRAL, value < 0 ? NEGATIVE : POSITIVE, Math.abs(value));
      int[] hue = {ink >> 16 & 0xff, ink >> 8 & 0xff, ink & 0xff};
      colors[i] = color(hue, pixels[i]);
    }
    return colors;
  }

  private static int mixed(int[] from, int[] to, float share) {
    float bounded = Math.min(1, share);
    int argb = 0xff;
    for (int channel = 0; channel < from.length; channel++) {
      argb = argb << 8 | Math.round(from[channel] + bounded * (to[channel] - from[channel]));
    }
    return argb;
  }

  /** The largest absolute value. */
  static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static int color(int[] hue, float value) {
    float share = Math.max(0, Math.min(1, value));
    return 0xff << 24
        | Math.round(hue[0] * share) << 16
        | Math.round(hue[1] * share) << 8
        | Math.round(hue[2] * share);
  }
}
