package org.digitpad.recognize;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.digitpad.data.BadInputException;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.GrayImage;
import org.digitpad.ink.ImageNormalizer;

/** Image files of one digit: PNG, JPEG, GIF or BMP, dark on light or light on dark. */
public final class ImageFile {
  /** Larger pictures are refused before they are decoded: 100 megapixels take 400 MB. */
  private static final long MOST_PIXELS = 100_000_000;

  private ImageFile() {}

  /**
   * Reads the digit in an image file.
   *
   * @return the digit as MNIST would have it; blank if there is no ink
   * @throws BadInputException if the file is no readable image
   */
  public static DigitImage read(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + " is a folder; name the images in it.");
    }
    if (!Files.exists(file)) {
      throw new BadInputException("There is no file " + file + "; check the name.");
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      if (in == null) {
        throw new BadInputException(
            "The image " + file + " cannot be opened; check its permissions.");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new BadInputException(
            file + " is not an image that can be read; give a PNG, JPEG, GIF or BMP file.");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return ImageNormalizer.normalize(gray(decode(reader, file)));
      } finally {
        reader.dispose();
      }
    } catch (BadInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // ImageIO's decoders answer damage with exceptions of any kind, few with a message
      throw new BadInputException("The image " + file + " is damaged; save it again.", e);
    }
  }

  private static BufferedImage decode(ImageReader reader, Path file) throws IOException {
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MOST_PIXELS) {
      throw new BadInputException(
          "The image "
              + file
              + " has "
              + pixels / 1_000_000
              + " megapixels, more than "
              + MOST_PIXELS / 1_000_000
              + "; make it smaller.");
    }
    return reader.read(0);
  }

  /** Luminance on white, since transparent pictures are meant for paper. */
  private static GrayImage gray(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean levels = holdsGrayLevels(image.getColorModel());
    byte[] luminance = new byte[width * height];
    int[] row = new int[2 * width];
    for (int y = 0; y < height; y++) {
      if (levels) {
        copyLevels(image, y, row, luminance);
      } else {
        copyColors(image, y, row, luminance);
      }
    }
    return new GrayImage(width, height, luminance);
  }

  private static boolean holdsGrayLevels(ColorModel colors) {
    return colors instanceof ComponentColorModel
        && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** Takes gray levels as they are: Java thinks them linear, and getRGB would brighten them. */
  private static void copyLevels(BufferedImage image, int y, int[] row, byte[] luminance) {
    int width = image.getWidth();
    int bands = image.getRaster().getNumBands();
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    image.getRaster().getPixels(0, y, width, 1, row);
    for (int x = 0; x < width; x++) {
      int alpha = bands == 1 ? 255 : toByte(row[bands * x + 1], most);
      luminance[y * width + x] = onWhite(toByte(row[bands * x], most), alpha);
    }
  }

  private static int toByte(int level, int most) {
    return (255 * level + most / 2) / most;
  }

  /** Weighs the colours as ITU-R BT.601 does. */
  private static void copyColors(BufferedImage image, int y, int[] row, byte[] luminance) {
    int width = image.getWidth();
    image.getRGB(0, y, width, 1, row, 0, width);
    for (int x = 0; x < width; x++) {
      int rgb = row[x];
      int gray =
          (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff) + 500) / 1000;
      luminance[y * width + x] = onWhite(gray, rgb >>> 24);
    }
  }

  private static byte onWhite(int gray, int alpha) {
    return (byte) ((gray * alpha + 255 * (255 - alpha) + 127) / 255);
  }
}
