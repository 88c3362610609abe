package org.digitpad.bench;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.ink.scan.ImageNormalizer;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.PictureReading;
import org.digitpad.recognize.PictureRecognizer;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.image.ImageFile;
import org.digitpad.recognize.image.Picture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Draws pictures of digits on all kinds of paper, and prints how many are read, as a Markdown table.
 * A picture that is rejected is not read. "Before" takes what stands out from an even background,
 * "after" is what {@code predict} does.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.PictureReport \
 *   -Dbench.args="--strokes strokes.jsonl.gz"
 * </pre>
 */
@Command(name = "pictures", mixinStandardHelpOptions = true)
public final class PictureReport implements Runnable {
  @Option(names = "--model", description = "A bundled model or a model file.")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--strokes", required = true, description = "Labeled strokes.")
  private Path strokes;

  @Option(names = "--count", description = "Number of pictures of each kind.")
  private int count = 100;

  @Option(
      names = "--half",
      description = "0: the drawings that constants were chosen on; 1: the others.")
  private int half = 1;

  @Option(names = "--save", description = "Folder for the pictures that are misread.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--kinds", description = "Kinds to draw, by their names in PictureKind.")
  private List<PictureKind> kinds = List.of(PictureKind.values());

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PictureReport()).execute(arguments));
  }

  @Override
  public void run() {
    Recognizer recognizer = new Recognizer(new ModelLibrary(Path.of("models")).load(model));
    PictureRecognizer pictures = new PictureRecognizer(recognizer);
    List<LabeledDrawing> drawings = new ArrayList<>(StrokesEvaluation.readDrawings(strokes));
    Collections.shuffle(drawings, new Random(1));
    int size = drawings.size() / 2;
    drawings = drawings.subList(half * size, (half + 1) * size);
    System.out.println("| | before: right | rejected | after: right | rejected | split | ms, at most |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (PictureKind kind : kinds) {
      int[] right = new int[2];
      int[] rejected = new int[2];
      int splits = 0;
      long slowest = 0;
      for (int i = 0; i < count; i++) {
        // the same digits in all kinds
        LabeledDrawing drawing = drawings.get(i % drawings.size());
        BufferedImage image = kind.render(drawing.drawing(), i);
        byte[] file = encode(kind, image, i);
        Picture picture = read(file);
        long start = System.nanoTime();
        List<PictureReading> readings = pictures.recognizeAll(picture);
        slowest = Math.max(slowest, System.nanoTime() - start);
        Prediction before = recognizer.recognize(ImageNormalizer.normalize(picture.image()));
        Prediction after = readings.get(0).prediction();
        boolean split = readings.size() > 1;
        splits += split ? 1 : 0;
        Prediction[] both = {before, after};
        for (int k = 0; k < 2; k++) {
          if (k == 0 ? before.rejected() : isRejected(readings)) {
            rejected[k]++;
          } else if (both[k].label() == drawing.label() && !(k == 1 && split)) {
            right[k]++;
          }
        }
        if (split || after.rejected() || after.label() != drawing.label()) {
          String name =
              "%s-%d-%d-%s%s.png"
                  .formatted(
                      kind,
                      i,
                      drawing.label(),
                      isRejected(readings) ? "r" : "",
                      readings.stream()
                          .map(reading -> "" + reading.prediction().label())
                          .collect(Collectors.joining()));
          folder.ifPresent(to -> save(image, to.resolve(name)));
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f%% | %.1f%% | %.1f%% | %.1f%% | %.1f%% | %d |%n",
          kind.title,
          100.0 * right[0] / count,
          100.0 * rejected[0] / count,
          100.0 * right[1] / count,
          100.0 * rejected[1] / count,
          100.0 * splits / count,
          slowest / 1_000_000);
    }
  }

  private static boolean isRejected(List<PictureReading> readings) {
    return readings.stream().anyMatch(reading -> reading.prediction().rejected());
  }

  private static void save(BufferedImage image, Path file) {
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Picture read(byte[] file) {
    try {
      return ImageFile.read(
          new BufferedInputStream(new ByteArrayInputStream(file)), Path.of("picture"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encode(PictureKind kind, BufferedImage image, int seed) {
    return switch (kind) {
      case JPEG_10 -> jpeg(image, 0.1f);
      case EXIF -> rotated(image, 1 + seed % 8);
      default -> write(image, "png", 0);
    };
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    return write(image, "jpg", quality);
  }

  private static byte[] write(BufferedImage image, String format, float quality) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (quality > 0) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
    }
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A JPEG whose rows and columns are stored as an orientation of Exif says. */
  private static byte[] rotated(BufferedImage image, int orientation) {
    boolean transposed = orientation > 4;
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage stored =
        new BufferedImage(
            transposed ? height : width,
            transposed ? width : height,
            BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromLeft = List.of(2, 3, 6, 7).contains(orientation) ? width - 1 - x : x;
        int fromTop = List.of(3, 4, 7, 8).contains(orientation) ? height - 1 - y : y;
        stored.setRGB(
            transposed ? fromTop : fromLeft, transposed ? fromLeft : fromTop, image.getRGB(x, y));
      }
    }
    byte[] jpeg = jpeg(stored, 0.9f);
    byte[] exif =
        ByteBuffer.allocate(36)
            .putShort((short) 0xffe1)
            .putShort((short) 34)
            .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1})
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .array();
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 2)
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }
}
