package org.digitpad.recognize.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of image files that are read. The first bytes tell them apart. */
enum ImageFormat {
  PNG(PngFile::check, "\u0089PNG\r\n\u001a\n"),
  JPEG(JpegFile::check, "\u00ff\u00d8\u00ff"),
  GIF(GifFile::check, "GIF87a", "GIF89a"),
  BMP(BmpFile::check, "BM");

  /** Length of the longest signature. */
  static final int SIGNATURE_BYTES = 8;

  private final Check check;
  private final List<byte[]> signatures;

  ImageFormat(Check check, String... signatures) {
    this.check = check;
    this.signatures =
        Stream.of(signatures).map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  @FunctionalInterface
  private interface Check {
    EncodedImage check(byte[] bytes, Path file) throws IOException;
  }

  /** Returns the format of a file with this beginning, if it is one of these. */
  static Optional<ImageFormat> of(byte[] start) {
    return Stream.of(values())
        .filter(format -> format.signatures.stream().anyMatch(each -> startsWith(start, each)))
        .findFirst();
  }

  private static boolean startsWith(byte[] bytes, byte[] signature) {
    return bytes.length >= signature.length
        && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
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
    return check.check(bytes, file);
  }
}
