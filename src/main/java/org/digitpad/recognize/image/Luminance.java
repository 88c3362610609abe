package org.digitpad.recognize.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import org.digitpad.ink.scan.GrayImage;

/** Converts pictures to grayscale. */
final class Luminance {
  private Luminance() {}

  /**
   * The luminance of an image on an opaque background.
   *
   * @param background luminance of the background, 0 to 255
   */
  static GrayImage of(BufferedImage image, int background) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean levels = holdsGrayLevels(image.getColorModel());
    byte[] luminance = new byte[width * height];
    int[] row = new int[2 * width];
    for (int y = 0; y < height; y++) {
      if (levels) {
        copyLevels(image, y, row, luminance, background);
      } else {
        copyColors(image, y, row, luminance, background);
      }
    }
    return new GrayImage(width, height, luminance);
  }

  private static boolean holdsGrayLevels(ColorModel colors) {
    return colors instanceof ComponentColorModel
        && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** Copies gray levels unchanged: Java takes them as linear, and getRGB would brighten them. */
  private static void copyLevels(
      BufferedImage image, int y, int[] row, byte[] luminance, int background) {
    int width = image.getWidth();
    int bands = image.getRaster().getNumBands();
    int maxLevel = (1 << image.getColorModel().getComponentSize(0)) - 1;
    image.getRaster().getPixels(0, y, width, 1, row);
    for (int x = 0; x < width; x++) {
      int alpha = bands == 1 ? 255 : toByte(row[bands * x + 1], maxLevel);
      luminance[y * width + x] = blend(toByte(row[bands * x], maxLevel), alpha, background);
    }
  }

  private static int toByte(int level, int maxLevel) {
    return (255 * level + maxLevel / 2) / maxLevel;
  }

  /** Converts colours to luminance with the weights of ITU-R BT.601. */
  private static void copyColors(
      BufferedImage image, int y, int[] row, byte[] luminance, int background) {
    int width = image.getWidth();
    image.getRGB(0, y, width, 1, row, 0, width);
    for (int x = 0; x < width; x++) {
      int rgb = row[x];
      int gray =
          (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff) + 500) / 1000;
      luminance[y * width + x] = blend(gray, rgb >>> 24, background);
    }
  }

  private static byte blend(int gray, int alpha, int background) {
    return (byte) ((gray * alpha + background * (255 - alpha) + 127) / 255);
  }
}
