package org.digitpad.recognize;

import java.awt.image.BufferedImage;
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
    // A cache file for a picture that is a file already would only be in the way.
    ImageIO.setUseCache(false);
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

  /** Luminance (ITU-R BT.601) on white, since transparent pictures are meant for paper. */
  private static GrayImage gray(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] luminance = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++, at++) {
        int rgb = row[x];
        int alpha = rgb >>> 24;
        int gray =
            (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff) + 500) / 1000;
        luminance[at] = (byte) ((gray * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
    return new GrayImage(width, height, luminance);
  }
}
