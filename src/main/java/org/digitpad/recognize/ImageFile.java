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
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.ink.scan.ImageNormalizer;
import org.digitpad.io.BadInputException;

/** Reads image files of one digit: PNG, JPEG, GIF or BMP, dark on light or light on dark. */
public final class ImageFile {
  /** Larger images are rejected before they are decoded: 100 megapixels take 400 MB. */
  private static final long MAX_PIXELS = 100_000_000;

  private static final int PIXELS_PER_MEGAPIXEL = 1_000_000;

  /** Warnings of Java's JPEG reader when it fills in missing parts of an image. */
  private static final Pattern DAMAGE = Pattern.compile("^(Truncated File|Corrupt JPEG data)");

  private ImageFile() {}

  /**
   * Reads the digit in an image file.
   *
   * @return the digit normalized as in MNIST; blank if there is no ink
   * @throws BadInputException if the file is missing or not an image that can be read
   */
  public static DigitImage read(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException(Messages.get("recognize.image.folder", file));
    }
    if (!Files.exists(file)) {
      throw new BadInputException(Messages.get("recognize.image.missing", file));
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      if (in == null) {
        throw new BadInputException(Messages.get("recognize.image.notOpened", file));
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new BadInputException(Messages.get("recognize.image.unknownFormat", file));
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
      // ImageIO's decoders throw exceptions of any kind for damaged files, few with a message
      throw new BadInputException(Messages.get("recognize.image.damaged", file), e);
    }
  }

  private static BufferedImage decode(ImageReader reader, Path file) throws IOException {
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MAX_PIXELS) {
      throw new BadInputException(
          Messages.get(
              "recognize.image.tooLarge",
              file,
              pixels / PIXELS_PER_MEGAPIXEL,
              MAX_PIXELS / PIXELS_PER_MEGAPIXEL));
    }
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0);
    if (warnings.stream().anyMatch(DAMAGE.asPredicate())) {
      throw new IOException(warnings.toString());
    }
    return image;
  }

  /** Puts a transparent image on white, or on black if on white nothing of it is visible. */
  private static DigitImage digit(BufferedImage image) {
    DigitImage onWhite = ImageNormalizer.normalize(gray(image, 255));
    return onWhite.isBlank() && image.getColorModel().hasAlpha()
        ? ImageNormalizer.normalize(gray(image, 0))
        : onWhite;
  }

  /**
   * The luminance of an image on an opaque background.
   *
   * @param background luminance of the background, 0 to 255
   */
  private static GrayImage gray(BufferedImage image, int background) {
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
