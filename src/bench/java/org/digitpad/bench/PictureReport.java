package org.digitpad.bench;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.OtherDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.ink.Drawing;
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
 * "after" is what {@code predict} does. With drawings that are no digits, or without drawings, it
 * prints how many are rejected and told as blank. Times are those of one thread's processor.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.PictureReport \
 *   -Dbench.args="--strokes strokes.jsonl.gz"
 * </pre>
 */
@Command(name = "pictures", mixinStandardHelpOptions = true)
public final class PictureReport implements Runnable {
  private static final int NO_DIGIT = -1;

  /** Letters and symbols that look like digits. */
  private static final String LOOKALIKES = "OoQDlIiSsZzBqgbCcG|/()',";

  @Option(names = "--model", description = "A bundled model or a model file.")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--strokes", description = "Labeled strokes.")
  private Optional<Path> strokes = Optional.empty();

  @Option(
      names = "--others",
      description = "Drawings of no digits, in place of --strokes; without both, empty paper.")
  private Optional<Path> others = Optional.empty();

  @Option(names = "--count", description = "Number of pictures of each kind.")
  private int count = 100;

  @Option(
      names = "--half",
      description = "0: the people that constants were chosen on; 1: the others.")
  private int half = 1;

  @Option(names = "--seed", description = "Seed of sizes, places and colors.")
  private long seed = 0;

  @Option(
      names = "--sides",
      arity = "2",
      description = "Least and largest side of pictures in pixels.")
  private double[] sides = {240, 900};

  @Option(names = "--save", description = "Folder for the pictures that are misread.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--kinds", split = ",", description = "Kinds, by their names in PictureKind.")
  private List<PictureKind> kinds = List.of(PictureKind.values());

  /**
   * What is drawn.
   *
   * @param label the digit, or {@link #NO_DIGIT}
   */
  private record Item(int label, Drawing drawing) {}

  /** The results for one kind of paper, of one way to read. */
  private static final class Tally {
    private int right;
    private int rejected;
    private int blank;

    void add(Item item, List<Prediction> readings) {
      boolean isBlank = readings.stream().allMatch(reading -> reading.image().isBlank());
      boolean isRejected = readings.stream().anyMatch(Prediction::rejected);
      rejected += isRejected ? 1 : 0;
      blank += isBlank ? 1 : 0;
      boolean isRight = readings.size() == 1 && readings.get(0).label() == item.label;
      right += !isRejected && isRight ? 1 : 0;
    }
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PictureReport()).execute(arguments));
  }

  @Override
  public void run() {
    Recognizer recognizer = new Recognizer(new ModelLibrary(Path.of("models")).load(model));
    PictureRecognizer pictures = new PictureRecognizer(recognizer);
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    List<Item> items = items();
    System.out.println(
        "| | before: right | rejected | blank | after: right | rejected | blank | split "
            + "| ms, median | at most |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (PictureKind kind : kinds) {
      Tally before = new Tally();
      Tally after = new Tally();
      int splits = 0;
      double[] millis = new double[count];
      for (int i = 0; i < count; i++) {
        // the same digits in all kinds
        Item item = items.get(i % items.size());
        BufferedImage image = kind.render(item.drawing, seed + i, sides[0], sides[1]);
        Picture picture = read(encode(kind, image, i));
        long start = thread.getCurrentThreadCpuTime();
        List<Prediction> readings =
            pictures.recognizeAll(picture).stream().map(PictureReading::prediction).toList();
        millis[i] = (thread.getCurrentThreadCpuTime() - start) / 1e6;
        before.add(
            item, List.of(recognizer.recognize(ImageNormalizer.normalize(picture.image()))));
        int right = after.right;
        int rejected = after.rejected;
        int blank = after.blank;
        after.add(item, readings);
        splits += readings.size() > 1 ? 1 : 0;
        boolean isEmpty = item.drawing.strokes().isEmpty();
        boolean good =
            isEmpty
                ? after.blank > blank
                : item.label == NO_DIGIT ? after.rejected > rejected : after.right > right;
        if (!good) {
          String name =
              "%s-%d-%d-%s%s.png"
                  .formatted(
                      kind,
                      i,
                      item.label,
                      after.rejected > rejected ? "r" : "",
                      readings.stream()
                          .map(reading -> "" + reading.label())
                          .collect(Collectors.joining()));
          folder.ifPresent(to -> save(image, to.resolve(name)));
        }
      }
      Arrays.sort(millis);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %.1f%% | %.0f | %.0f |%n",
          kind.title,
          row(before),
          row(after),
          100.0 * splits / count,
          millis[count / 2],
          millis[count - 1]);
    }
  }

  private String row(Tally tally) {
    return "%.1f%% | %.1f%% | %.1f%%"
        .formatted(
            100.0 * tally.right / count,
            100.0 * tally.rejected / count,
            100.0 * tally.blank / count);
  }

  /** What is drawn, in an order that does not depend on the paper. */
  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    if (strokes.isPresent()) {
      for (LabeledDrawing drawing : StrokesEvaluation.readDrawings(strokes.get())) {
        // no person is in both halves
        int hash = new Random(String.valueOf(drawing.group()).hashCode()).nextInt(2);
        if (hash == half) {
          items.add(new Item(Objects.requireNonNull(drawing.label()), drawing.drawing()));
        }
      }
    } else if (others.isPresent()) {
      List<OtherDrawing> drawings = StrokesFile.readOthers(others.get());
      for (int i = half; i < drawings.size(); i += 2) {
        if (!LOOKALIKES.contains(drawings.get(i).label())) {
          items.add(new Item(NO_DIGIT, drawings.get(i).drawing()));
        }
      }
    } else {
      items.add(new Item(NO_DIGIT, new Drawing(List.of())));
    }
    Collections.shuffle(items, new Random(1));
    return items;
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
