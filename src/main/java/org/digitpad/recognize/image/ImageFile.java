package org.digitpad.recognize.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.ink.scan.ImageNormalizer;
import org.digitpad.io.BadInputException;

/** Reads image files of one digit: PNG, JPEG, GIF or BMP, dark on light or light on dark. */
public final class ImageFile {
  /** Largest file that is read; an image of the largest size needs less, unless it is a BMP. */
  private static final int MAX_BYTES = 128 << 20;

  private static final int BYTES_PER_MEGABYTE = 1 << 20;

  /** Warnings of Java's JPEG reader when it fills in missing parts of an image. */
  private static final Pattern DAMAGE = Pattern.compile("^(Truncated File|Corrupt JPEG data)");

  private static final int WHITE = 255;
  private static final int BLACK = 0;

  private ImageFile() {}

  /**
   * Whether a file starts like an image of one of these formats. Nothing is read from the stream,
   * which must support {@link InputStream#mark}.
   */
  public static boolean isImage(InputStream in) throws IOException {
    return format(in).isPresent();
  }

  private static Optional<ImageFormat> format(InputStream in) throws IOException {
    in.mark(ImageFormat.SIGNATURE_BYTES);
    byte[] start = in.readNBytes(ImageFormat.SIGNATURE_BYTES);
    in.reset();
    return ImageFormat.of(start);
  }

  /**
   * Reads an image file.
   *
   * @param in the whole file, to its end; must support {@link InputStream#mark}
   * @param file name of the file in error messages
   * @throws BadInputException if this is not an image that can be read, or too large a one
   * @throws IOException if reading the stream fails
   */
  public static Picture read(InputStream in, Path file) throws IOException {
    Decoded decoded = read(in, file, DecodingMonitor.NONE);
    return decoded.picture(decoded.opaque());
  }

  /**
   * Reads an image file to show it too, as {@link #read(InputStream, Path)} reads it.
   *
   * @param monitor is told the progress, and may cancel it
   * @throws BadInputException if this is not an image that can be read, or too large a one
   * @throws CancellationException if the monitor has cancelled it
   * @throws IOException if reading the stream fails
   */
  public static PreviewedPicture readWithPreview(InputStream in, Path file, DecodingMonitor monitor)
      throws IOException {
    Decoded decoded = read(in, file, monitor);
    if (monitor.isCancelled()) {
      throw new CancellationException();
    }
    return decoded.previewed();
  }

  /**
   * Reads an image from memory, as from the clipboard. Of a large one, only some rows are read.
   *
   * @param name stands for a file name in error messages
   * @throws BadInputException if it is too large, or has no pixels
   */
  public static PreviewedPicture read(PixelRows rows, Path name) {
    ImageSize size;
    try {
      size = ImageSize.of(rows.width(), rows.height(), name);
    } catch (IOException e) {
      throw bad("recognize.image.damaged", name, e);
    }
    int step = size.subsampling();
    int width = (int) ImageSize.steps(size.width(), step);
    int height = (int) ImageSize.steps(size.height(), step);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[size.width()];
    for (int y = 0; y < height; y++) {
      rows.copyRow(y * step, row);
      for (int x = 1; x < width; x++) {
        row[x] = row[x * step];
      }
      image.getRaster().setDataElements(0, y, width, 1, row);
    }
    return new Decoded(image, Orientation.TOP_LEFT, step).previewed();
  }

  /**
   * The pixels of a picture as they are stored.
   *
   * @param step of how many columns and rows of the picture one is in the image
   */
  private record Decoded(BufferedImage image, Orientation orientation, int step) {
    /** Puts a transparent image on white, or on black if on white nothing of it is visible. */
    Opaque opaque() {
      GrayImage onWhite = Luminance.of(image, WHITE);
      return image.getColorModel().hasAlpha() && ImageNormalizer.normalize(onWhite).isBlank()
          ? new Opaque(Luminance.of(image, BLACK), BLACK)
          : new Opaque(onWhite, WHITE);
    }

    Picture picture(Opaque opaque) {
      return new Picture(orientation.upright(opaque.luminance), step);
    }

    PreviewedPicture previewed() {
      Opaque opaque = opaque();
      Preview stored =
          Luminance.holdsGrayLevels(image.getColorModel())
              ? Preview.of(opaque.luminance)
              : Preview.of(image, opaque.background);
      return new PreviewedPicture(picture(opaque), orientation.upright(stored));
    }
  }

  /**
   * An image without transparency.
   *
   * @param background the luminance that transparent pixels have
   */
  private record Opaque(GrayImage luminance, int background) {}

  private static Decoded read(InputStream in, Path file, DecodingMonitor monitor)
      throws IOException {
    ImageFormat format =
        format(in)
            .orElseThrow(
                () -> new BadInputException(Messages.get("recognize.image.unknownFormat", file)));
    byte[] bytes = in.readNBytes(MAX_BYTES);
    if (in.read() >= 0) {
      throw new BadInputException(
          Messages.get("recognize.image.tooManyBytes", file, MAX_BYTES / BYTES_PER_MEGABYTE));
    }
    EncodedImage encoded = check(format, bytes, file);
    BufferedImage image = decode(format, encoded, file, monitor);
    return new Decoded(image, encoded.orientation(), encoded.size().subsampling());
  }

  private static EncodedImage check(ImageFormat format, byte[] bytes, Path file) {
    try {
      return format.check(bytes, file);
    } catch (BadInputException e) {
      throw e;
    } catch (UnsupportedOperationException e) {
      throw bad("recognize.image.undecodable", file, e);
    } catch (IOException | RuntimeException e) {
      throw bad("recognize.image.damaged", file, e);
    }
  }

  private static BufferedImage decode(
      ImageFormat format, EncodedImage encoded, Path file, DecodingMonitor monitor) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
    List<String> damages = new ArrayList<>();
    try (BytesInput in = new BytesInput(encoded, monitor)) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener(
          (source, warning) -> {
            if (damages.isEmpty() && DAMAGE.matcher(warning).find()) {
              damages.add(warning);
            }
          });
      reader.addIIOReadProgressListener(new ProgressListener(monitor));
      ImageSize size = encoded.size();
      if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
        throw new IOException("another size than " + size);
      }
      ImageReadParam parameters = reader.getDefaultReadParam();
      parameters.setSourceSubsampling(size.subsampling(), size.subsampling(), 0, 0);
      BufferedImage image = reader.read(0, parameters);
      if (!damages.isEmpty()) {
        throw bad("recognize.image.damaged", file, new IOException(damages.get(0)));
      }
      return image;
    } catch (BadInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (monitor.isCancelled()) {
        throw new CancellationException();
      }
      // decoders throw exceptions of any kind, few with a message
      throw bad("recognize.image.undecodable", file, e);
    } finally {
      reader.dispose();
    }
  }

  private static BadInputException bad(String key, Path file, Throwable cause) {
    return new BadInputException(Messages.get(key, file), cause);
  }
}
