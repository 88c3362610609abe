package org.digitpad.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.LabeledImages;
import org.digitpad.evaluate.EvaluationTally;
import org.digitpad.evaluate.Perturbation;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.scan.GrayImage;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.Json;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.recognize.PictureRecognizer;
import org.digitpad.recognize.Prediction;
import org.digitpad.recognize.Recognizer;
import org.digitpad.recognize.image.Picture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Prints how well models read other people's hands, as one Markdown table with a row for each model:
 * MNIST's test images, pen drawings (upright, rotated by 20°, drawn six times as fast), scanned
 * digits, calibration, what is rejected, and what is shown while a digit is being drawn.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.HandReport \
 *   -Dbench.args="--shared FOLDER conv-gru lstm mlp"
 * </pre>
 *
 * <p>FOLDER holds {@code mnist/}, {@code strokes/} (dev, pendigits and others) and {@code pictures/}
 * (semeion and optdigits as IDX files).
 */
@Command(name = "hands", mixinStandardHelpOptions = true)
public final class HandReport implements Callable<Integer> {
  /** Digits that are drawn point by point. */
  private static final int DRAWN = 300;

  /** Sides of the scanned bitmaps are enlarged to about this many pixels, smoothly. */
  private static final int PICTURE_SIDE = 200;

  private static final Set<String> LOOKALIKES =
      Set.of("O o Q D l I i S s Z z B q g b C c G |".split(" "));

  @Option(names = "--shared", required = true, description = "Folder with all sets.")
  private Path shared;

  @Option(names = "--moving", description = "Only what is shown while a digit is drawn, by digit.")
  private boolean moving;

  @Parameters(paramLabel = "MODEL", arity = "1..*", description = "Bundled models or files.")
  private List<String> models;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new HandReport()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    boolean headed = false;
    for (String name : models) {
      Model model = new ModelLibrary(Path.of("models")).load(name);
      if (moving) {
        Path drawings = shared.resolve("strokes/dev.jsonl.gz");
        Moving.print(
            name, new Recognizer(model), sample(StrokesEvaluation.readDrawings(drawings)));
        continue;
      }
      Map<String, Double> figures = figures(model, shared);
      if (!headed) {
        System.out.println("| model | " + String.join(" | ", figures.keySet()) + " |");
        System.out.println("|---|" + "---|".repeat(figures.size()));
        headed = true;
      }
      System.out.println(row(name, figures));
    }
    return 0;
  }

  /** A Markdown row of figures. */
  static String row(String name, Map<String, Double> figures) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    figures.values().forEach(value -> row.append(String.format(Locale.ROOT, " %.2f |", value)));
    return row.toString();
  }

  /** All figures of a model: in percent, but for the flips. */
  static Map<String, Double> figures(Model model, Path shared) throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    Recognizer recognizer = new Recognizer(model);
    Score mnist = score(recognizer, new MnistFolder(shared.resolve("mnist")).test());
    List<LabeledDrawing> pen =
        StrokesEvaluation.readDrawings(shared.resolve("strokes/dev.jsonl.gz"));
    List<LabeledDrawing> others =
        StrokesEvaluation.readDrawings(shared.resolve("strokes/pendigits.jsonl.gz"));
    Score dev = score(recognizer, pen);
    Score pendigits = score(recognizer, others);
    figures.put("MNIST test", mnist.accuracy());
    figures.put("dev", dev.accuracy());
    figures.put("pendigits", pendigits.accuracy());
    figures.put("semeion", scanned(recognizer, shared.resolve("pictures"), "semeion"));
    figures.put("optdigits", scanned(recognizer, shared.resolve("pictures"), "optdigits"));
    figures.put("ECE MNIST", mnist.ece());
    figures.put("ECE dev", dev.ece());
    figures.put("ECE pendigits", pendigits.ece());
    figures.put("dev −20°", perturbed(recognizer, pen, Perturbation.ROTATION, -20));
    figures.put("dev 20°", perturbed(recognizer, pen, Perturbation.ROTATION, 20));
    figures.put("dev 6× fast", perturbed(recognizer, pen, Perturbation.SPEED, 6));
    figures.put("rejected MNIST", mnist.rejected());
    figures.put("rejected dev", dev.rejected());
    figures.put("rejected pendigits", pendigits.rejected());
    figures.putAll(rejectedOthers(recognizer, shared.resolve("strokes/others.jsonl.gz")));
    Moving drawn = Moving.of(recognizer, sample(pen));
    figures.put("wrong above 90%", drawn.sureAndWrong());
    figures.put("flips", drawn.flips());
    figures.put("ink until settled", drawn.settled());
    return figures;
  }

  /** Accuracy and calibration of a set, and the share of the correct digits that is rejected. */
  private record Score(double accuracy, double ece, double rejected) {}

  private static final class Scoring {
    private final EvaluationTally tally = new EvaluationTally(10);
    private int correct;
    private int rejected;

    void add(int label, Prediction prediction) {
      tally.add(label, prediction.probabilities(), 0);
      if (prediction.label() == label) {
        correct++;
        rejected += prediction.rejected() ? 1 : 0;
      }
    }

    Score score() {
      return new Score(
          100 * tally.evaluation().accuracy(),
          100 * tally.evaluation().ece(),
          100.0 * rejected / correct);
    }
  }

  private static Score score(Recognizer recognizer, LabeledImages images) {
    Scoring scoring = new Scoring();
    for (int i = 0; i < images.size(); i++) {
      scoring.add(images.label(i), recognizer.recognize(images.image(i)));
    }
    return scoring.score();
  }

  private static Score score(Recognizer recognizer, List<LabeledDrawing> drawings) {
    Scoring scoring = new Scoring();
    for (LabeledDrawing drawing : drawings) {
      scoring.add(label(drawing), recognizer.recognize(drawing.drawing()));
    }
    return scoring.score();
  }

  private static int label(LabeledDrawing drawing) {
    return Objects.requireNonNull(drawing.label());
  }

  private static double perturbed(
      Recognizer recognizer, List<LabeledDrawing> drawings, Perturbation kind, double amount) {
    return score(
            recognizer,
            drawings.stream()
                .map(
                    drawing ->
                        new LabeledDrawing(
                            drawing.label(), null, kind.apply(
                                drawing.drawing(), amount, new SplittableRandom(1))))
                .toList())
        .accuracy();
  }

  /** Accuracy on bitmaps that are enlarged smoothly and then read as pictures are. */
  private static double scanned(Recognizer recognizer, Path folder, String set) {
    Idx images = Idx.read(folder.resolve(set + "-images-idx3-ubyte.gz"), 3);
    byte[] labels = Idx.read(folder.resolve(set + "-labels-idx1-ubyte.gz"), 1).bytes;
    PictureRecognizer pictures = new PictureRecognizer(recognizer);
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      GrayImage image = enlarge(images, i);
      Prediction prediction = pictures.recognize(new Picture(image, 1)).prediction();
      correct += prediction.label() == labels[i] ? 1 : 0;
    }
    return 100.0 * correct / labels.length;
  }

  /** An IDX file with images of any size; {@code IdxFile} reads those of 28×28 pixels only. */
  private record Idx(int rows, int columns, byte[] bytes) {
    static Idx read(Path file, int axes) {
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        byte[] all = in.readAllBytes();
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(all);
        int from = 4 * (1 + axes);
        return new Idx(
            axes == 3 ? header.getInt(8) : 1,
            axes == 3 ? header.getInt(12) : 1,
            Arrays.copyOfRange(all, from, all.length));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Ink from 0 to 1; none outside. */
    double at(int image, int row, int column) {
      boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
      return inside ? (bytes[(image * rows + row) * columns + column] & 0xff) / 255.0 : 0;
    }
  }

  /** Black on white, enlarged by bicubic interpolation, with a quarter of the side around it. */
  private static GrayImage enlarge(Idx images, int image) {
    int factor = PICTURE_SIDE / images.columns;
    int margin = images.columns / 4;
    int width = (images.columns + 2 * margin) * factor;
    int height = (images.rows + 2 * margin) * factor;
    byte[] luminance = new byte[width * height];
    for (int y = 0; y < height; y++) {
      double row = (y + 0.5) / factor - 0.5 - margin;
      for (int x = 0; x < width; x++) {
        double column = (x + 0.5) / factor - 0.5 - margin;
        double ink = 0;
        for (int j = -1; j <= 2; j++) {
          double weight = cubic(row - Math.floor(row) - j);
          for (int i = -1; i <= 2; i++) {
            ink +=
                weight
                    * cubic(column - Math.floor(column) - i)
                    * images.at(image, (int) Math.floor(row) + j, (int) Math.floor(column) + i);
          }
        }
        luminance[y * width + x] = (byte) Math.round(255 * (1 - Math.max(0, Math.min(1, ink))));
      }
    }
    return new GrayImage(width, height, luminance);
  }

  /** The kernel of bicubic interpolation with a = −½ (R. Keys 1981). */
  private static double cubic(double distance) {
    double x = Math.abs(distance);
    return x < 1
        ? (1.5 * x - 2.5) * x * x + 1
        : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  }

  /** Shares of letters and symbols that are rejected, by kind; those like digits apart. */
  private static Map<String, Double> rejectedOthers(Recognizer recognizer, Path file)
      throws IOException {
    Map<String, int[]> counts = new TreeMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Map<?, ?> fields = (Map<?, ?>) Json.parse(line);
        List<Stroke> strokes = new ArrayList<>();
        for (Object stroke : (List<?>) fields.get("strokes")) {
          strokes.add(
              new Stroke(
                  ((List<?>) stroke)
                      .stream()
                          .map(point -> (List<?>) point)
                          .map(point -> new InkPoint(number(point.get(0)), number(point.get(1))))
                          .toList()));
        }
        String kind =
            LOOKALIKES.contains(fields.get("label")) ? "lookalike" : (String) fields.get("kind");
        int[] count = counts.computeIfAbsent(kind, any -> new int[2]);
        count[0] += recognizer.recognize(new Drawing(strokes)).rejected() ? 1 : 0;
        count[1]++;
      }
    } catch (BadJsonException e) {
      throw new IOException(e);
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    counts.forEach(
        (kind, count) -> shares.put("rejected " + kind, 100.0 * count[0] / count[1]));
    return shares;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Digits spread evenly over all writers. */
  private static List<LabeledDrawing> sample(List<LabeledDrawing> drawings) {
    List<LabeledDrawing> sample = new ArrayList<>();
    for (int i = 0; i < DRAWN; i++) {
      sample.add(drawings.get((int) ((long) i * drawings.size() / DRAWN)));
    }
    return sample;
  }
}
