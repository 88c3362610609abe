package org.digitpad.recognize.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.digitpad.recognize.image.ImageFiles.bmp;
import static org.digitpad.recognize.image.ImageFiles.bytes;
import static org.digitpad.recognize.image.ImageFiles.concat;
import static org.digitpad.recognize.image.ImageFiles.encode;
import static org.digitpad.recognize.image.ImageFiles.pngChunk;
import static org.digitpad.recognize.image.ImageFiles.pngHeader;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.scan.ImageNormalizer;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Image files that someone made to do harm, or that a flipped bit has changed. */
final class HostileImagesTest {
  private static final Path FILE = Path.of("picture");
  private static final String DAMAGED = Messages.get("recognize.image.damaged", FILE);
  private static final String UNDECODABLE = Messages.get("recognize.image.undecodable", FILE);
  private static final String UNKNOWN = Messages.get("recognize.image.unknownFormat", FILE);

  private static final BufferedImage SEVEN = seven(100, BufferedImage.TYPE_BYTE_GRAY);
  private static final BufferedImage PALETTE = seven(100, BufferedImage.TYPE_BYTE_INDEXED);

  /** All of these bits are covered by a CRC; one of them once turned a 7 into a 2. */
  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED})
  void noBitOfAPngChangesTheDigit(int type) {
    byte[] png = encode(seven(28, type), "png");
    DigitImage digit = read(png);
    for (int bit = 0; bit < 8 * png.length; bit++) {
      byte[] flipped = png.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(digitIn(flipped)).as("bit " + bit).isIn(Optional.empty(), Optional.of(digit));
    }
  }

  @Test
  void refusesAPngWithoutItsEnd() {
    byte[] png = encode(SEVEN, "png");

    refused(Arrays.copyOf(png, png.length - 12), DAMAGED);
    refused(Arrays.copyOf(png, png.length - 1), DAMAGED);
  }

  @Test
  void refusesPixelsThatDoNotMatchTheirChecksumOrSize() {
    byte[] pixels = ImageFiles.deflatedZeros(4 * 5);
    byte[] wrongSum = pixels.clone();
    wrongSum[wrongSum.length - 1] ^= 1;

    assertThat(read(png(4, 4, pixels)).isBlank()).isTrue();
    refused(png(4, 4, wrongSum), DAMAGED);
    refused(png(4, 4, Arrays.copyOf(pixels, pixels.length - 4)), DAMAGED);
    refused(png(4, 4, ImageFiles.deflatedZeros(4 * 5 - 1)), DAMAGED);
    refused(png(4, 4, ImageFiles.deflatedZeros(4 * 5 + 1)), DAMAGED);
    refused(png(4, 4, ImageFiles.deflatedZeros(50_000_000)), DAMAGED);
  }

  @Test
  void refusesChunksOutOfOrder() {
    byte[] pixels = ImageFiles.deflatedZeros(4 * 5);
    byte[] header = pngHeader(4, 4, 8, 0, false);
    byte[] first = pngChunk("IDAT", Arrays.copyOf(pixels, 3));
    byte[] second = pngChunk("IDAT", Arrays.copyOfRange(pixels, 3, pixels.length));
    byte[] end = pngChunk("IEND");
    byte[] text = pngChunk("tEXt", bytes('a', 0, 'b'));
    byte[] palette = pngChunk("PLTE", bytes(0, 0, 0));

    assertThat(read(chunks(header, text, first, second, text, end)).isBlank()).isTrue();
    refused(chunks(header, first, text, second, end), DAMAGED);
    refused(chunks(header, first, second, palette, end), DAMAGED);
    refused(chunks(header, header, first, second, end), DAMAGED);
    refused(chunks(first, second, end), DAMAGED);
    refused(chunks(header, end), DAMAGED);
    refused(chunks(header, pngChunk("CgBI"), first, second, end), UNDECODABLE);
  }

  @Test
  void readsPixelsInManyChunks() {
    byte[] pixels = ImageFiles.deflatedZeros(400 * 401);
    byte[][] parts = new byte[pixels.length][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = pngChunk("IDAT", pixels[i]);
    }

    byte[] file = chunks(pngHeader(400, 400, 8, 0, false), concat(parts), pngChunk("IEND"));

    assertThat(read(file).isBlank()).isTrue();
  }

  @Test
  void readsInterlacedPictures() {
    for (BufferedImage picture : new BufferedImage[] {SEVEN, PALETTE}) {
      assertThat(read(ImageFiles.interlacedPng(picture))).isEqualTo(read(encode(picture, "png")));
    }
  }

  /** In a PNG with a palette, Java's reader inflates profiles and texts, whatever it is told. */
  @Test
  void doesNotInflateProfilesAndTexts() {
    byte[] bomb = ImageFiles.deflatedZeros(50_000_000);
    byte[] png = encode(PALETTE, "png");
    int palette = 8 + 25;
    byte[] profile = pngChunk("iCCP", concat(bytes('a', 0, 0), bomb));
    byte[] text = pngChunk("zTXt", concat(bytes('a', 0, 0), bomb));
    byte[] note = pngChunk("iTXt", concat(bytes('a', 0, 1, 0, 0, 0), bomb));
    byte[] start = Arrays.copyOf(png, palette);
    byte[] rest = Arrays.copyOfRange(png, palette, png.length);

    byte[] file = concat(start, profile, text, note, rest);

    assertThat(read(file)).isEqualTo(read(png));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tif", "wbmp"})
  void refusesFormatsThatAreNotDocumented(String format) {
    refused(encode(seven(100, BufferedImage.TYPE_BYTE_BINARY), format), UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "100000000, 1",
    "1, 100000000",
    "2147483647, 1",
    "65536, 1",
    "8193, 8192",
    "10000, 10000",
    "100000, 100000",
    "2147483647, 2147483647"
  })
  void refusesATooLargeImageBeforeItIsDecoded(int width, int height) {
    refused(
        concat(ImageFiles.PNG_SIGNATURE, pngHeader(width, height, 8, 0, false)),
        tooLarge(width, height));
    refused(bmp(width, height, 1, 0, 0), tooLarge(width, height));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "0,0"})
  void refusesAnImageWithoutPixels(int width, int height) {
    byte[] header = pngHeader(width, height, 8, 0, false);
    refused(
        chunks(header, pngChunk("IDAT", ImageFiles.deflatedZeros(1)), pngChunk("IEND")), DAMAGED);
    refused(bmp(width, height, 1, 0, 0), DAMAGED);
    refused(ImageFiles.withSize(encode(SEVEN, "jpg"), width, height), DAMAGED);
  }

  @Test
  void readsALargeImageInBoundedMemory() {
    byte[] png = encode(seven(4_100, BufferedImage.TYPE_BYTE_GRAY), "png");

    DigitImage large = read(png);
    DigitImage small = read(encode(SEVEN, "png"));

    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        assertThat(large.at(row, column))
            .isBetween(small.at(row, column) - .2f, small.at(row, column) + .2f);
      }
    }
  }

  @Test
  void refusesAProgressiveJpegOfTooManyPixels() {
    byte[] jpeg = ImageFiles.progressiveJpeg(SEVEN);

    assertThat(read(jpeg)).isEqualTo(read(encode(SEVEN, "jpg")));
    refused(ImageFiles.withSize(jpeg, 10_000, 10_000), tooLarge(10_000, 10_000));
    byte[] fine = ImageFiles.progressiveJpeg(seven(100, BufferedImage.TYPE_INT_RGB));
    int colors = ImageFiles.indexOf(fine, 0xff, 0xc2) + 14;
    fine[colors] = 0x22;
    fine[colors + 3] = 0x22;
    refused(ImageFiles.withSize(fine, 7_000, 7_000), tooManyScans(7_000, 7_000));
  }

  @Test
  void refusesATruncatedProgressiveJpegBeforeItIsDecoded() {
    byte[] jpeg = ImageFiles.withSize(ImageFiles.progressiveJpeg(SEVEN), 6_000, 6_000);

    refused(Arrays.copyOf(jpeg, jpeg.length - 2), DAMAGED);
    refused(Arrays.copyOf(jpeg, jpeg.length / 2), DAMAGED);
  }

  @Test
  void refusesAJpegOfAThousandScans() {
    byte[] jpeg = ImageFiles.progressiveJpeg(SEVEN);

    refused(ImageFiles.withRepeatedScan(jpeg, 1_000), tooManyScans(100, 100));
    refused(ImageFiles.withRepeatedScan(encode(SEVEN, "jpg"), 1_000), tooManyScans(100, 100));
    byte[] large = ImageFiles.withSize(jpeg, 8_000, 8_000);
    refused(ImageFiles.withRepeatedScan(large, 50), tooManyScans(8_000, 8_000));
  }

  @Test
  void refusesAJpegThatJavaCannotDecode() {
    byte[] jpeg = encode(SEVEN, "jpg");
    for (int process : new int[] {0xc3, 0xc9, 0xcb}) {
      byte[] other = jpeg.clone();
      other[ImageFiles.indexOf(jpeg, 0xff, 0xc0) + 1] = (byte) process;

      refused(other, UNDECODABLE);
    }
  }

  @Test
  void readsNoProfileNoThumbnailAndNoCommentOfAJpeg() {
    byte[] jpeg = encode(SEVEN, "jpg");
    byte[] profile = "ICC_PROFILE\0\1\1 no profile".getBytes(StandardCharsets.ISO_8859_1);
    byte[] exif = "Exif\0\0 no metadata".getBytes(StandardCharsets.ISO_8859_1);
    byte[] thumbnail = "JFXX\0\20 no JPEG".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(read(ImageFiles.withSegment(jpeg, 0xe2, profile))).isEqualTo(read(jpeg));
    assertThat(read(ImageFiles.withSegment(jpeg, 0xe1, exif))).isEqualTo(read(jpeg));
    assertThat(read(ImageFiles.withSegment(jpeg, 0xe0, thumbnail))).isEqualTo(read(jpeg));
    assertThat(read(ImageFiles.withSegment(jpeg, 0xfe, new byte[60_000]))).isEqualTo(read(jpeg));
  }

  @Test
  void readsTheFirstPictureOfAGifOnly() {
    byte[] gif = encode(PALETTE, "gif");
    byte[] frames = Arrays.copyOfRange(gif, 13 + tableBytes(gif[10]), gif.length - 1);
    byte[][] many = new byte[2_000][];
    Arrays.fill(many, frames);
    many[0] = Arrays.copyOf(gif, gif.length - 1);
    byte[] hugeCanvas = gif.clone();
    Arrays.fill(hugeCanvas, 6, 10, (byte) 0xff);

    assertThat(read(concat(many))).isEqualTo(read(gif));
    assertThat(read(hugeCanvas)).isEqualTo(read(gif));
  }

  @Test
  void readsNoCommentsOfAGif() {
    byte[] gif = encode(PALETTE, "gif");
    int table = 13 + tableBytes(gif[10]);
    byte[] comment = new byte[256 * 40_000 + 3];
    comment[0] = 0x21;
    comment[1] = (byte) 0xfe;
    for (int block = 2; block < comment.length - 1; block += 256) {
      comment[block] = (byte) 0xff;
    }
    byte[] rest = Arrays.copyOfRange(gif, table, gif.length);

    assertThat(read(concat(Arrays.copyOf(gif, table), comment, rest))).isEqualTo(read(gif));
  }

  @Test
  void refusesAGifWithoutAWholePicture() {
    byte[] gif = encode(PALETTE, "gif");

    refused(Arrays.copyOf(gif, gif.length - 2), DAMAGED);
    refused(Arrays.copyOf(gif, gif.length / 2), DAMAGED);
    refused(concat(Arrays.copyOf(gif, 13 + tableBytes(gif[10])), bytes(0x3b)), DAMAGED);
  }

  @ParameterizedTest
  @CsvSource({
    // compressed data that are not in the file
    "100, 100, 8, 1, 2147483647, damaged",
    "100, 100, 8, 1, -1, damaged",
    "100, 100, 4, 2, 2000000000, damaged",
    "100, 100, 24, 0, 0, damaged",
    "8000, 8000, 32, 3, 0, damaged",
    "-5, 5, 8, 0, 0, damaged",
    "5, 5, 0, 0, 0, damaged",
    "5, 5, -8, 0, 0, damaged",
    "5, 5, 7, 0, 0, undecodable",
    // embedded JPEG and PNG files
    "100, 100, 0, 4, 0, undecodable",
    "100, 100, 0, 5, 0, undecodable"
  })
  void refusesBmpFilesThatClaimMoreThanTheyHold(
      int width, int height, int bits, int compression, int imageBytes, String reason) {
    refused(
        bmp(width, height, bits, compression, imageBytes, new byte[64]),
        Messages.get("recognize.image." + reason, FILE));
  }

  @Test
  void takesNoHeightOfABmpForNegative() {
    refused(bmp(5, Integer.MIN_VALUE, 8, 0, 0), tooLarge(5, 1L << 31));
    assertThat(read(bmp(2, -2, 24, 0, 0, new byte[16])).isBlank()).isTrue();
  }

  /** The decoder would allocate memory for these sizes. */
  @Test
  void believesNoFurtherSizesInABmp() {
    byte[] bmp = bmp(2, 2, 32, 3, 0, new byte[100]);
    ByteBuffer header = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(2, -1).putInt(10, 66).putInt(46, 500_000_000);
    header.putInt(54, 0xff0000).putInt(58, 0xff00).putInt(62, 0xff);

    assertThat(read(bmp).isBlank()).isTrue();
  }

  /** Its color space may be the name of another file. */
  @Test
  void readsNoColorProfileOfABmp() {
    for (String kind : new String[] {"LINK", "MBED"}) {
      ByteBuffer file = ByteBuffer.allocate(14 + 124 + 16).order(ByteOrder.LITTLE_ENDIAN);
      file.put(bytes('B', 'M')).putInt(154).putInt(0).putInt(138);
      file.putInt(124).putInt(2).putInt(2).putShort((short) 1).putShort((short) 24);
      file.position(14 + 56);
      int name = ByteBuffer.wrap(kind.getBytes(StandardCharsets.US_ASCII)).getInt();
      file.putInt(name);
      file.putInt(14 + 112, 138).putInt(14 + 116, 2_000_000_000);

      assertThat(read(file.array()).isBlank()).isTrue();
    }
  }

  private static String tooLarge(long width, long height) {
    return Messages.get(
        "recognize.image.tooLarge", FILE, width, height, ImageSize.MAX_PIXELS, ImageSize.MAX_SIDE);
  }

  private static String tooManyScans(int width, int height) {
    return Messages.get("recognize.image.tooManyScans", FILE, width, height);
  }

  private static void refused(byte[] file, String sentence) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(BadInputException.class).hasMessage(sentence);
  }

  private static Optional<DigitImage> digitIn(byte[] file) {
    try {
      return Optional.of(read(file));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }

  private static DigitImage read(byte[] file) {
    try {
      return ImageNormalizer.normalize(
          ImageFile.read(new ByteArrayInputStream(file), FILE).image());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] png(int width, int height, byte[] pixels) {
    return chunks(
        pngHeader(width, height, 8, 0, false), pngChunk("IDAT", pixels), pngChunk("IEND"));
  }

  private static byte[] chunks(byte[]... chunks) {
    return concat(ImageFiles.PNG_SIGNATURE, concat(chunks));
  }

  private static int tableBytes(int flags) {
    return flags < 0 ? 3 * (2 << (flags & 7)) : 0;
  }

  /** A black 7 on white. */
  private static BufferedImage seven(int side, int type) {
    BufferedImage picture = new BufferedImage(side, side, type);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(side / 12f));
    graphics.drawLine(side / 4, side / 5, side * 3 / 4, side / 5);
    graphics.drawLine(side * 3 / 4, side / 5, side / 2, side * 4 / 5);
    graphics.dispose();
    return picture;
  }
}
