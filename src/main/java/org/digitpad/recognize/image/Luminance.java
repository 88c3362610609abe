package org.digitpad.recognize.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
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
    byte[] luminance = new byte[width * height];
    if (holdsBytes(image)) {
      copyBytes(image, luminance, background);
      return new GrayImage(width, height, luminance);
    }
    boolean levels = holdsGrayLevels(image.getColorModel());
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

  /** Whether each pixel has a byte for red, green and blue in sRGB, and perhaps one for alpha. */
  private static boolean holdsBytes(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    int bands = image.getRaster().getNumBands();
    return colors instanceof ComponentColorModel
        && colors.getTransferType() == DataBuffer.TYPE_BYTE
        && colors.getColorSpace().isCS_sRGB()
        && !colors.isAlphaPremultiplied()
        && bands == (colors.hasAlpha() ? 4 : 3)
        && colors.getPixelSize() == Byte.SIZE * bands;
  }

  /** As {@link #copyColors}, in a tenth of its time: that one calls several methods per pixel. */
  private static void copyBytes(BufferedImage image, byte[] luminance, int background) {
    int width = image.getWidth();
    int bands = image.getRaster().getNumBands();
    byte[] row = new byte[bands * width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getDataElements(0, y, width, 1, row);
      int pixel = y * width;
      for (int i = 0; i < row.length; i += bands) {
        int gray = gray(row[i] & 0xff, row[i + 1] & 0xff, row[i + 2] & 0xff);
        int alpha = bands == 3 ? 255 : row[i + 3] & 0xff;
        luminance[pixel++] = alpha == 255 ? (byte) gray : blend(gray, alpha, background);
      }
    }
  }

  /** Whether pixels are levels of gray, which Java takes as linear. */
  static boolean holdsGrayLevels(ColorModel colors) {
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

  private static void copyColors(
      BufferedImage image, int y, int[] row, byte[] luminance, int background) {
    int width = image.getWidth();
    image.getRGB(0, y, width, 1, row, 0, width);
    for (int x = 0; x < width; x++) {
      int rgb = row[x];
      int gray = gray(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
      luminance[y * width + x] = blend(gray, rgb >>> 24, background);
    }
  }

  /** Luminance with the weights of ITU-R BT.601. */
  private static int gray(int red, int green, int blue) {
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }

  static byte blend(int gray, int alpha, int background) {
    return (byte) ((gray * alpha + background * (255 - alpha) + 127) / 255);
  }
}
