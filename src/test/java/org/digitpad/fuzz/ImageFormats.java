package org.digitpad.fuzz;

import static org.digitpad.recognize.image.ImageFiles.bmp;
import static org.digitpad.recognize.image.ImageFiles.bytes;
import static org.digitpad.recognize.image.ImageFiles.concat;
import static org.digitpad.recognize.image.ImageFiles.deflatedZeros;
import static org.digitpad.recognize.image.ImageFiles.encode;
import static org.digitpad.recognize.image.ImageFiles.pngChunk;
import static org.digitpad.recognize.image.ImageFiles.pngHeader;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.ink.scan.PictureInk;
import org.digitpad.ink.scan.PictureScanner;
import org.digitpad.io.InputFile;
import org.digitpad.recognize.image.ImageFile;
import org.digitpad.recognize.image.ImageFiles;

/** Image files. Only PNG has checksums. */
final class ImageFormats {
  private static final int SIDE = 40;

  private ImageFormats() {}

  /** What is recognized: the best candidate depends on the network, so it is not part of it. */
  private static DigitImage read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(InputFile.openStream(file))) {
      GrayImage image = ImageFile.read(in, file).image();
      PictureScanner.clean(image).forEach(PictureInk::candidates);
      return PictureScanner.plain(image).image();
    }
  }

  static FuzzFormat png() {
    return new FuzzFormat(
            "png",
            ImageFormats::read,
            encode(seven(BufferedImage.TYPE_BYTE_GRAY), "png"),
            encode(seven(BufferedImage.TYPE_USHORT_GRAY), "png"),
            encode(seven(BufferedImage.TYPE_INT_ARGB), "png"),
            encode(seven(BufferedImage.TYPE_BYTE_BINARY), "png"),
            ImageFiles.interlacedPng(seven(BufferedImage.TYPE_BYTE_INDEXED)))
        .words(
            "IHDR", "PLTE", "tRNS", "IDAT", "IEND", "iCCP", "zTXt", "iTXt", "gAMA", "acTL", "eXIf")
        .shielded(file -> file, ImageFormats::withRightSums)
        .protectedIf(file -> true)
        .handmade(
            "100,000,000×1", () -> png(100_000_000, 1, 8, 0, false, deflatedZeros(100_000_001)))
        .handmade("8192×8192 of 64 bits", () -> blank(8192, 8192, 16, 6, false))
        .handmade("8192×8192, interlaced", () -> blank(8192, 8192, 8, 6, true))
        .handmade("65535×1024", () -> blank(65_535, 1_024, 8, 6, false))
        .handmade("1×65535, interlaced", () -> blank(1, 65_535, 16, 6, true))
        .handmade(
            "pixels that expand to 1 GB", () -> png(9, 9, 8, 0, false, deflatedZeros(1 << 30)))
        .handmade("a palette of no colors", () -> blank(9, 9, 8, 3, false))
        .handmade("profile and texts that expand to 1 GB", () -> bombs())
        .handmade("a million empty chunks of pixels", () -> emptyChunks(1_000_000))
        .handmade("no end", () -> Arrays.copyOf(blank(9, 9, 8, 0, false), 60))
        .handmade("only a signature", () -> ImageFiles.PNG_SIGNATURE);
  }

  static FuzzFormat jpeg() {
    BufferedImage gray = seven(BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage color = seven(BufferedImage.TYPE_INT_RGB);
    byte[] progressive = ImageFiles.progressiveJpeg(color);
    byte[] large = ImageFiles.withSize(progressive, 8_192, 8_192);
    return new FuzzFormat(
            "jpeg",
            ImageFormats::read,
            encode(gray, "jpg"),
            encode(color, "jpg"),
            ImageFiles.progressiveJpeg(gray),
            ImageFiles.withSegment(encode(gray, "jpg"), 0xe1, ImageFiles.exif(6)),
            progressive)
        .words("\u00ff\u00d8", "\u00ff\u00d9", "\u00ff\u00da", "\u00ff\u00c0", "\u00ff\u00c2")
        .words("\u00ff\u00c4", "\u00ff\u00db", "\u00ff\u00dd\0\4\0\1", "\u00ff\u00d0", "\u00ff\0")
        .words(
            "\u00ff\u00e0\0\20JFIF\0", "\u00ff\u00ee\0\16Adobe\0", "\u00ff\u00e2\0\20ICC_PROFILE\0")
        .handmade(
            "10000×10000, truncated", () -> cut(ImageFiles.withSize(progressive, 10_000, 10_000)))
        .handmade("8192×8192, progressive, truncated", () -> cut(large))
        .handmade("8192×8192, progressive, without most data", () -> large)
        .handmade(
            "8192×8192 without most data",
            () -> ImageFiles.withSize(encode(color, "jpg"), 8192, 8192))
        .handmade("1,000 more scans", () -> ImageFiles.withRepeatedScan(progressive, 1_000))
        .handmade("90 more scans", () -> ImageFiles.withRepeatedScan(progressive, 90))
        .handmade("8192×8192, 1,000 more scans", () -> ImageFiles.withRepeatedScan(large, 1_000))
        .handmade("4096×4096, 20 more scans", () -> scans(progressive, 4_096, 20))
        .handmade(
            "a profile that is none", () -> ImageFiles.withSegment(progressive, 0xe2, profile()))
        .handmade("Exif that is none", () -> ImageFiles.withSegment(progressive, 0xe1, exif()))
        .handmade(
            "Exif with its directory beyond the end", () -> exifAt(progressive, 4, 0x7fffffff))
        .handmade("Exif with 65,535 entries", () -> exifAt(progressive, 8, 0xffff0112))
        .handmade("only a signature", () -> bytes(0xff, 0xd8, 0xff));
  }

  static FuzzFormat gif() {
    byte[] gif = encode(seven(BufferedImage.TYPE_BYTE_INDEXED), "gif");
    byte[] large = gif.clone();
    Arrays.fill(large, 6, 10, (byte) 0xff);
    return new FuzzFormat(
            "gif",
            ImageFormats::read,
            gif,
            encode(seven(BufferedImage.TYPE_BYTE_BINARY), "gif"),
            encode(seven(BufferedImage.TYPE_INT_ARGB), "gif"))
        .words(
            "GIF87a", "GIF89a", "!\u00f9\4", "!\u00fe\5abcde\0", "!\u00ff\13NETSCAPE2.0", ",", ";")
        .handmade("a canvas of 65535×65535", () -> large)
        .handmade("a picture of 65535×65535", () -> withGifSize(gif, 65_535, 65_535))
        .handmade("a picture of 8192×8192 without most data", () -> withGifSize(gif, 8_192, 8_192))
        .handmade("thousands of frames", () -> concat(gif, repeated(gif, 5_000)))
        .handmade("only a signature", "GIF89a");
  }

  static FuzzFormat bmpFile() {
    byte[] data = new byte[64];
    return new FuzzFormat(
            "bmp",
            ImageFormats::read,
            encode(seven(BufferedImage.TYPE_3BYTE_BGR), "bmp"),
            encode(seven(BufferedImage.TYPE_BYTE_INDEXED), "bmp"),
            encode(seven(BufferedImage.TYPE_BYTE_BINARY), "bmp"),
            bmp(8, 4, 4, 2, 12, bytes(8, 0x10, 0, 0, 8, 1, 0, 0, 8, 0x10, 0, 1)),
            bmp(4, 4, 8, 1, 16, bytes(4, 1, 0, 0, 4, 0, 0, 0, 4, 1, 0, 0, 4, 0, 0, 1)),
            bmp(2, -2, 32, 0, 0, new byte[16]))
        .words("BM", "\50\0\0\0", "\14\0\0\0", "\154\0\0\0", "\174\0\0\0", "LINK", "MBED")
        .handmade("RLE of 2 GB", () -> bmp(100, 100, 8, 1, Integer.MAX_VALUE, data))
        .handmade("RLE of −1 bytes", () -> bmp(100, 100, 4, 2, -1, data))
        .handmade("RLE of 8192×8192 without data", () -> bmp(8_192, 8_192, 8, 1, 0, data))
        .handmade("RLE4 of 8192×8192 without data", () -> bmp(8_192, 8_192, 4, 2, 64, data))
        .handmade("8192×8192 without data", () -> bmp(8_192, 8_192, 24, 0, 0, data))
        .handmade("the least height", () -> bmp(5, Integer.MIN_VALUE, 8, 0, 0, data))
        .handmade("a negative width", () -> bmp(-5, 5, 8, 0, 0, data))
        .handmade("an embedded PNG", () -> bmp(9, 9, 0, 5, 0, encode(seven(10), "png")))
        .handmade("an embedded JPEG", () -> bmp(9, 9, 0, 4, 0, encode(seven(10), "jpg")))
        .handmade("only a signature", "BM");
  }

  private static BufferedImage seven(int type) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, type);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(4));
    graphics.drawLine(10, 8, 30, 8);
    graphics.drawLine(30, 8, 20, 32);
    graphics.dispose();
    return picture;
  }

  private static byte[] png(
      int width, int height, int bits, int colorType, boolean interlaced, byte[] pixels) {
    return concat(
        ImageFiles.PNG_SIGNATURE,
        pngHeader(width, height, bits, colorType, interlaced),
        pngChunk("IDAT", pixels),
        pngChunk("IEND"));
  }

  /** A PNG all of whose pixels are zero, in a thousandth of their size. */
  private static byte[] blank(int width, int height, int bits, int colorType, boolean interlaced) {
    long pixelBytes = ImageFiles.pixelBytes(width, height, bits, colorType, interlaced);
    return png(width, height, bits, colorType, interlaced, deflatedZeros(pixelBytes));
  }

  private static byte[] bombs() {
    byte[] png = encode(seven(BufferedImage.TYPE_BYTE_INDEXED), "png");
    byte[] bomb = concat(bytes('a', 0, 0), deflatedZeros(1 << 30));
    int header = 8 + 25;
    return concat(
        Arrays.copyOf(png, header),
        pngChunk("iCCP", bomb),
        pngChunk("zTXt", bomb),
        pngChunk("iTXt", concat(bytes('a', 0, 1, 0, 0), bomb)),
        Arrays.copyOfRange(png, header, png.length));
  }

  private static byte[] emptyChunks(int count) {
    byte[] png = blank(9, 9, 8, 0, false);
    int header = 8 + 25;
    return concat(
        Arrays.copyOf(png, header),
        repeated(pngChunk("IDAT"), count),
        Arrays.copyOfRange(png, header, png.length));
  }

  /** Writes the right CRC behind each chunk, as far as there are chunks. */
  private static byte[] withRightSums(byte[] png) {
    byte[] right = png.clone();
    ByteBuffer buffer = ByteBuffer.wrap(right);
    long start = 8;
    while (start + 12 <= right.length) {
      int at = (int) start;
      long length = Integer.toUnsignedLong(buffer.getInt(at));
      if (start + 12 + length <= right.length) {
        CRC32 crc = new CRC32();
        crc.update(right, at + 4, 4 + (int) length);
        buffer.putInt(at + 8 + (int) length, (int) crc.getValue());
      }
      start += 12 + length;
    }
    return right;
  }

  private static byte[] scans(byte[] jpeg, int side, int scans) {
    return ImageFiles.withRepeatedScan(ImageFiles.withSize(jpeg, side, side), scans);
  }

  private static byte[] cut(byte[] jpeg) {
    return Arrays.copyOf(jpeg, jpeg.length - 2);
  }

  private static byte[] profile() {
    byte[] profile = new byte[60_000];
    Arrays.fill(profile, (byte) 0x7f);
    System.arraycopy("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), 0, profile, 0, 14);
    return profile;
  }

  /** Writes a number into the TIFF header or directory of Exif. */
  private static byte[] exifAt(byte[] jpeg, int offset, int number) {
    byte[] exif = ImageFiles.exif(6);
    ByteBuffer.wrap(exif).putInt(6 + offset, number);
    return ImageFiles.withSegment(jpeg, 0xe1, exif);
  }

  private static byte[] exif() {
    return "Exif\0\0MM\0*\u007f\u007f".getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Changes the size of the first picture, behind the global color table and one extension. */
  private static byte[] withGifSize(byte[] gif, int width, int height) {
    byte[] changed = gif.clone();
    int picture = 13 + (gif[10] < 0 ? 3 * (2 << (gif[10] & 7)) : 0);
    while (changed[picture] == '!') {
      picture += 2;
      while (changed[picture] != 0) {
        picture += 1 + Byte.toUnsignedInt(changed[picture]);
      }
      picture++;
    }
    ByteBuffer buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(picture + 5, (short) width).putShort(picture + 7, (short) height);
    return changed;
  }

  private static byte[] repeated(byte[] part, int times) {
    ByteBuffer bytes = ByteBuffer.allocate(part.length * times);
    for (int i = 0; i < times; i++) {
      bytes.put(part);
    }
    return bytes.array();
  }
}
