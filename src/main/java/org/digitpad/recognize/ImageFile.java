package org.digitpad.recognize;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.ink.scan.ImageNormalizer;
import org.digitpad.io.BadInputException;

/** Image files of one digit: PNG, JPEG, GIF or BMP, dark on light or light on dark. */
public final class ImageFile {
  /** Larger pictures are refused before they are decoded: 100 megapixels take 400 MB. */
  private static final long MOST_PIXELS = 100_000_000;

  /** What Java's JPEG reader warns of when it makes up parts of a picture. */
  private static final Pattern DAMAGE = Pattern.compile("^(Truncated File|Corrupt JPEG data)");

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
        return digit(decode(reader, file));
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
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0);
    if (warnings.stream().anyMatch(DAMAGE.asPredicate())) {
      throw new IOException(warnings.toString());
    }
    return image;
  }

  /** A transparent picture is meant for white paper, unless there nothing of it can be seen. */
  private static DigitImage digit(BufferedImage image) {
    DigitImage onWhite = ImageNormalizer.normalize(gray(image, 255));
    return onWhite.isBlank() && image.getColorModel().hasAlpha()
        ? ImageNormalizer.normalize(gray(image, 0))
        : onWhite;
  }

  /**
   * Luminance of the picture on a sheet.
   *
   * @param paper luminance of the sheet, 0 to 255
   */
  private static GrayImage gray(BufferedImage image, int paper) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean levels = holdsGrayLevels(image.getColorModel());
    byte[] luminance = new byte[width * height];
    int[] row = new int[2 * width];
    for (int y = 0; y < height; y++) {
      if (levels) {
        copyLevels(image, y, row, luminance, paper);
      } else {
        copyColors(image, y, row, luminance, paper);
      }
    }
    return new GrayImage(width, height, luminance);
  }

  private static boolean holdsGrayLevels(ColorModel colors) {
    return colors instanceof ComponentColorModel
        && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** Takes gray levels as they are: Java thinks them linear, and getRGB would brighten them. */
  private static void copyLevels(
      BufferedImage image, int y, int[] row, byte[] luminance, int paper) {
    int width = image.getWidth();
    int bands = image.getRaster().getNumBands();
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    image.getRaster().getPixels(0, y, width, 1, row);
    for (int x = 0; x < width; x++) {
      int alpha = bands == 1 ? 255 : toByte(row[bands * x + 1], most);
      luminance[y * width + x] = blend(toByte(row[bands * x], most), alpha, paper);
    }
  }

  private static int toByte(int level, int most) {
    return (255 * level + most / 2) / most;
  }

  /** Weighs the colours as ITU-R BT.601 does. */
  private static void copyColors(
      BufferedImage image, int y, int[] row, byte[] luminance, int paper) {
    int width = image.getWidth();
    image.getRGB(0, y, width, 1, row, 0, width);
    for (int x = 0; x < width; x++) {
      int rgb = row[x];
      int gray =
          (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff) + 500) / 1000;
      luminance[y * width + x] = blend(gray, rgb >>> 24, paper);
    }
  }

  private static byte blend(int gray, int alpha, int paper) {
    return (byte) ((gray * alpha + paper * (255 - alpha) + 127) / 255);
  }
}
