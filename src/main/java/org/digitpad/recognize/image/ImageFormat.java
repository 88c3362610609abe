package org.digitpad.recognize.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The formats of image files that are read. The first bytes tell them apart. */
enum ImageFormat {
  PNG("\u0089PNG\r\n\u001a\n"),
  JPEG("\u00ff\u00d8\u00ff"),
  GIF("GIF87a", "GIF89a"),
  BMP("BM");

  /** Length of the longest signature. */
  static final int SIGNATURE_BYTES = 8;

  private final String[] signatures;

  ImageFormat(String... signatures) {
    this.signatures = signatures;
  }

  /** Returns the format of a file with this beginning, if it is one of these. */
  static Optional<ImageFormat> of(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    for (ImageFormat format : values()) {
      for (String signature : format.signatures) {
        if (text.startsWith(signature)) {
          return Optional.of(format);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Checks the structure of a file, and removes what is not part of the picture.
   *
   * @param bytes the file, in which the remaining parts are moved together
   * @param file name of the file in error messages
   * @throws org.digitpad.io.BadInputException if decoding it would take too much memory or time
   * @throws IOException or any runtime exception if it is damaged
   */
  EncodedImage check(byte[] bytes, Path file) throws IOException {
    return switch (this) {
      case PNG -> PngFile.check(bytes, file);
      case JPEG -> JpegFile.check(bytes, file);
      case GIF -> GifFile.check(bytes, file);
      case BMP -> BmpFile.check(bytes, file);
    };
  }
}
