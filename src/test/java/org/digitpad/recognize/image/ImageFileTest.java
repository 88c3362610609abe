package org.digitpad.recognize.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;
import org.digitpad.ink.scan.ImageNormalizer;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.recognize.BundledModels;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageFileTest {
  private static Recognizer recognizer;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    recognizer = new Recognizer(BundledModels.convGru());
  }

  @ParameterizedTest
  @CsvSource({
    "png, black, white",
    "png, white, black",
    "jpg, black, white",
    "jpg, white, black",
    "gif, black, white",
    "gif, white, black",
    "bmp, black, white",
    "bmp, white, black",
    "png, blue, yellow"
  })
  void readsDigitsOfEveryFormatAndColor(String format, String ink, String background) {
    for (int digit = 0; digit < 10; digit++) {
      BufferedImage picture =
          picture(digit, color(ink), color(background), BufferedImage.TYPE_INT_RGB);

      assertThat(label(write(picture, format))).isEqualTo(digit);
    }
  }

  @Test
  void readsGrayAndSmallPalettes() {
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_INDEXED
        }) {
      assertThat(label(write(picture(3, Color.BLACK, Color.WHITE, type), "png"))).isEqualTo(3);
    }
  }

  @Test
  void readsWhiteInkOnTransparencyLikeBlackInk() {
    Color transparent = new Color(0, 0, 0, 0);
    BufferedImage white = picture(7, Color.WHITE, transparent, BufferedImage.TYPE_INT_ARGB);
    BufferedImage black = picture(7, Color.BLACK, transparent, BufferedImage.TYPE_INT_ARGB);

    DigitImage digit = read(write(black, "png"));

    assertThat(digit.isBlank()).isFalse();
    assertThat(read(write(white, "png"))).isEqualTo(digit);
  }

  @Test
  void refusesATruncatedJpeg() throws IOException {
    byte[] whole = encode(picture(7, Color.BLACK, Color.WHITE, BufferedImage.TYPE_INT_RGB), "jpg");
    Path file = folder.resolve("cut.jpg");
    for (int length : new int[] {whole.length / 2, whole.length * 3 / 4, whole.length - 2}) {
      Files.write(file, Arrays.copyOf(whole, length));

      refused(file, Messages.get("recognize.image.damaged", file));
    }
  }

  @Test
  void readsTheSameGrayLevelsFromEveryKindOfPng() {
    DigitImage digit = StrokeRenderer.render(MnistLikeDigits.drawing(3));
    BufferedImage rgb = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
    BufferedImage gray = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage fine = new BufferedImage(28, 28, BufferedImage.TYPE_USHORT_GRAY);
    BufferedImage grayAlpha = grayAlpha(DataBuffer.TYPE_BYTE);
    BufferedImage fineAlpha = grayAlpha(DataBuffer.TYPE_USHORT);
    for (int y = 0; y < 28; y++) {
      for (int x = 0; x < 28; x++) {
        int level = Math.round(255 * digit.at(y, x));
        rgb.setRGB(x, y, 0x010101 * level);
        gray.getRaster().setPixel(x, y, new int[] {level});
        fine.getRaster().setPixel(x, y, new int[] {257 * level});
        grayAlpha.getRaster().setPixel(x, y, new int[] {level, 255});
        fineAlpha.getRaster().setPixel(x, y, new int[] {257 * level, 65_535});
      }
    }

    DigitImage expected = read(write(rgb, "png"));
    assertThat(expected.at(14, 14)).isCloseTo(digit.at(14, 14), within(1f / 255));
    for (BufferedImage picture : List.of(gray, fine, grayAlpha, fineAlpha)) {
      assertThat(read(write(picture, "png"))).isEqualTo(expected);
    }
  }

  private static BufferedImage grayAlpha(int dataType) {
    ColorModel colors =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            dataType);
    return new BufferedImage(colors, colors.createCompatibleWritableRaster(28, 28), false, null);
  }

  @Test
  void readsTransparencyAsWhite() {
    BufferedImage clear =
        picture(5, Color.BLACK, new Color(0, 0, 0, 0), BufferedImage.TYPE_INT_ARGB);
    BufferedImage white = picture(5, Color.BLACK, Color.WHITE, BufferedImage.TYPE_INT_RGB);

    assertThat(read(write(clear, "png"))).isEqualTo(read(write(white, "png")));
    assertThat(label(write(clear, "png"))).isEqualTo(5);
  }

  @Test
  void isBlankForAnEmptyImage() {
    BufferedImage empty = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);

    DigitImage image = read(write(empty, "png"));

    assertThat(image.isBlank()).isTrue();
    assertThat(recognizer.recognize(image).rejected()).isTrue();
  }

  @Test
  void readsTheFirstImageOfAnAnimation() throws IOException {
    Path file = folder.resolve("animated.gif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int digit : new int[] {7, 1, 0}) {
        BufferedImage picture =
            picture(digit, Color.BLACK, Color.WHITE, BufferedImage.TYPE_BYTE_INDEXED);
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        ((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0))
            .setAttribute("delayTime", "10");
        metadata.setFromTree(format, root);
        writer.writeToSequence(new IIOImage(picture, null, metadata), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }

    assertThat(label(file)).isEqualTo(7);
  }

  @Test
  void detectsTheFormatByContent() throws IOException {
    byte[] jpeg = encode(picture(2, Color.BLACK, Color.WHITE, BufferedImage.TYPE_INT_RGB), "jpg");
    Path file = Files.write(folder.resolve("two.png"), jpeg);

    assertThat(label(file)).isEqualTo(2);
  }

  @Test
  void refusesOtherFiles() throws IOException {
    for (String text : new String[] {"", "P", "not an image", "%PDF-1.7", "GIF"}) {
      Path file = Files.writeString(folder.resolve("text.png"), text);
      refused(file, Messages.get("recognize.image.unknownFormat", file));
    }
  }

  /** ImageIO's decoders throw many kinds of exceptions, some of them only for one damaged byte. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void readsDamagedFilesOrRefusesThemInOneSentence(String format) throws IOException {
    byte[] whole =
        encode(picture(4, Color.BLACK, Color.WHITE, BufferedImage.TYPE_BYTE_INDEXED), format);
    int refused = 0;
    for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 60)) {
      refused += isRead(Arrays.copyOf(whole, length)) ? 0 : 1;
    }
    assertThat(refused).isPositive();
    for (int seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        int near = seed % 2 == 0 ? 60 : bytes.length;
        bytes[random.nextInt(near)] = (byte) random.nextInt(256);
      }
      isRead(bytes);
    }
  }

  /** Whether the bytes are read as an image. */
  private boolean isRead(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), bytes);
    try {
      read(file);
      return true;
    } catch (BadInputException e) {
      assertThat(e.getMessage()).contains(file.toString()).endsWith(".").doesNotContain("null");
      assertThat(e.getMessage().lines()).hasSize(1);
      return false;
    }
  }

  private static void refused(Path file, String sentence) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(BadInputException.class).hasMessage(sentence);
  }

  private static int label(Path file) {
    Prediction prediction = recognizer.recognize(read(file));
    assertThat(prediction.rejected()).isFalse();
    return prediction.label();
  }

  private Path write(BufferedImage picture, String format) {
    try {
      Path file = Files.createTempFile(folder, "digit", "." + format);
      return Files.write(file, encode(picture, format));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] encode(BufferedImage picture, String format) {
    return ImageFiles.encode(picture, format);
  }

  static DigitImage read(Path file) {
    try (InputStream in = new BufferedInputStream(InputFile.openStream(file))) {
      return ImageNormalizer.normalize(ImageFile.read(in, file).image());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Color color(String name) {
    return switch (name) {
      case "black" -> Color.BLACK;
      case "white" -> Color.WHITE;
      case "blue" -> Color.BLUE;
      case "yellow" -> Color.YELLOW;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** A digit on an image of 280×280, drawn with a pen of 18 pixels. */
  private static BufferedImage picture(int digit, Color ink, Color background, int type) {
    BufferedImage picture = new BufferedImage(280, 280, type);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setBackground(background);
    graphics.clearRect(0, 0, 280, 280);
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke(18, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (Stroke stroke : MnistLikeDigits.drawing(digit).strokes()) {
      Path2D path = new Path2D.Double();
      InkPoint start = stroke.points().get(0);
      path.moveTo(start.x(), start.y());
      stroke.points().forEach(point -> path.lineTo(point.x(), point.y()));
      graphics.draw(path);
    }
    graphics.dispose();
    return picture;
  }
}
