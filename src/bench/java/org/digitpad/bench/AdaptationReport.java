package org.digitpad.bench;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.source.DataSource;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.TrainingData;
import org.digitpad.train.adapt.Adaptation;
import org.digitpad.train.adapt.AdaptationComparison;
import org.digitpad.train.adapt.AdaptationMethod;
import org.digitpad.train.adapt.AdaptationMethod.Trained;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Adapts a model to each writer of files of strokes, with the first five drawings of each digit, and
 * counts the errors in all others, before and after, as Markdown tables. Methods were chosen on the
 * writers with even numbers and are reported on those with odd ones.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.AdaptationReport \
 *   -Dbench.args="--mnist mnist --strokes dev.jsonl.gz --strokes pendigits.jsonl.gz --guard"
 * </pre>
 */
@Command(name = "adaptation", mixinStandardHelpOptions = true)
public final class AdaptationReport implements Runnable {
  private static final int DIGITS = 10;
  private static final int LEARNED = 5;
  private static final String KEPT = "kept";

  private static final List<AdaptationMethod> OTHERS =
      List.of(
          new AdaptationMethod(Trained.ALL, 200, 32, 96, 0.001, 1),
          new AdaptationMethod(Trained.ALL, 200, 32, 96, 0.001, 0.5),
          new AdaptationMethod(Trained.LAST_LAYER, 200, 32, 96, 0.01, 1),
          new AdaptationMethod(Trained.BIASES, 200, 32, 96, 0.005, 1));

  private static final Pattern WRITER = Pattern.compile("\"writer\":\"([^\"]*)\"");

  @Option(names = "--model", description = "A bundled network or a model file.")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--mnist", required = true, description = "Folder with MNIST's files.")
  private Path mnist;

  @Option(names = "--strokes", required = true, description = "Gzipped strokes with writers.")
  private List<Path> files = List.of();

  @Option(names = "--least", description = "Drawings that a writer has at least.")
  private int least = 60;

  @Option(names = "--writers", description = "all, even or odd numbers.")
  private String writers = "all";

  @Option(names = "--methods", description = "Compare other methods, too.")
  private boolean methods;

  @Option(names = "--guard", description = "Also tell what the guard says.")
  private boolean guard;

  private record Writer(String name, List<LabeledDrawing> learned, List<LabeledDrawing> others) {}

  /** Errors in the other drawings, and accuracy on the test set. */
  private record Outcome(int before, int after, double testLoss, String refusal) {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new AdaptationReport()).execute(arguments));
  }

  @Override
  public void run() {
    LibraryModel parent = ModelLibrary.find(model);
    boolean movement = parent.readsMovementOnly();
    TrainingData data =
        TrainingData.of(
            movement ? new DataSource.Builtin().movement() : new MnistFolder(mnist));
    List<Writer> chosen = chosen();
    System.out.println(
        "| writer | tested on | errors before | after | test set, points" + (guard ? " | guard |" : " |"));
    System.out.println("|---|---|---|---|---|" + (guard ? "---|" : ""));
    AdaptationMethod best = AdaptationMethod.best(parent.model().architecture(), DIGITS * LEARNED);
    long start = System.nanoTime();
    List<Outcome> outcomes = outcomes(parent, chosen, data, best);
    double seconds = (System.nanoTime() - start) / 1e9 / chosen.size();
    for (int i = 0; i < chosen.size(); i++) {
      Outcome outcome = outcomes.get(i);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %d | %d | %+.2f |%s%n",
          chosen.get(i).name(),
          chosen.get(i).others().size(),
          outcome.before(),
          outcome.after(),
          -100 * outcome.testLoss(),
          guard ? " " + outcome.refusal() + " |" : "");
    }
    System.out.println();
    System.out.println(
        "| method | errors | fewer | fewer, median of writers with errors | worse for | test set,"
            + " points, median | lowest | seconds |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    print(best.toString(), outcomes, seconds);
    if (guard) {
      print(
          "the same, kept by the guard",
          outcomes.stream().filter(outcome -> outcome.refusal().startsWith(KEPT)).toList(),
          seconds);
    }
    if (methods) {
      for (AdaptationMethod method : OTHERS) {
        long from = System.nanoTime();
        List<Outcome> others = outcomes(parent, chosen, data, method);
        print(method.toString(), others, (System.nanoTime() - from) / 1e9 / chosen.size());
      }
    }
  }

  private void print(String name, List<Outcome> outcomes, double seconds) {
    int before = outcomes.stream().mapToInt(Outcome::before).sum();
    int after = outcomes.stream().mapToInt(Outcome::after).sum();
    double[] fewer =
        outcomes.stream()
            .filter(outcome -> outcome.before() > 0)
            .mapToDouble(outcome -> 1 - (double) outcome.after() / outcome.before())
            .toArray();
    double[] losses = outcomes.stream().mapToDouble(Outcome::testLoss).toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d to %d | %.0f%% | %.0f%% (%d) | %d of %d | %+.3f | %+.2f | %.1f |%n",
        name,
        before,
        after,
        100 * (1 - (double) after / before),
        100 * median(fewer),
        fewer.length,
        outcomes.stream().filter(outcome -> outcome.after() > outcome.before()).count(),
        outcomes.size(),
        -100 * median(losses),
        -100 * Arrays.stream(losses).max().orElse(0),
        seconds);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private List<Outcome> outcomes(
      LibraryModel parent, List<Writer> chosen, TrainingData data, AdaptationMethod method) {
    Model before = parent.model();
    LabeledImages test = data.validation();
    double accuracy = accuracy(before, before.parameters(), test);
    return IntStream.range(0, chosen.size())
        .parallel()
        .mapToObj(
            i -> {
              Writer writer = chosen.get(i);
              Adaptation adaptation =
                  new Adaptation(parent, model, writer.learned(), data, method, 1, 1);
              float[] parameters = adaptation.learn();
              Model copy =
                  new Model(
                      before.architecture(), parameters, before.calibration(), before.card());
              return new Outcome(
                  errors(before, writer),
                  errors(copy, writer),
                  accuracy - accuracy(before, parameters, test),
                  guard ? refusal(adaptation) : "");
            })
        .toList();
  }

  private static String refusal(Adaptation adaptation) {
    AdaptationComparison comparison = adaptation.run("").comparison();
    return "%s, %d to %d"
        .formatted(
            comparison.findRefusal().isEmpty() ? KEPT : "refused",
            comparison.ownBefore().misclassified().size(),
            comparison.ownAfter().misclassified().size());
  }

  private static double accuracy(Model model, float[] parameters, LabeledImages test) {
    return Evaluator.evaluate(model.architecture(), parameters, test, 1).accuracy();
  }

  private static int errors(Model model, Writer writer) {
    return StrokesEvaluation.of(model, writer.others()).evaluation().misclassified().size();
  }

  private List<Writer> chosen() {
    List<Writer> all = new ArrayList<>();
    for (Path file : files) {
      try {
        all.addAll(read(file));
      } catch (IOException e) {
        throw new IllegalStateException(file + " cannot be read", e);
      }
    }
    return IntStream.range(0, all.size())
        .filter(i -> writers.equals("all") || writers.equals(i % 2 == 0 ? "even" : "odd"))
        .mapToObj(all::get)
        .toList();
  }

  /** The writers with enough drawings; the first five of each digit are learned from. */
  private List<Writer> read(Path file) throws IOException {
    List<LabeledDrawing> drawings = StrokesFile.read(file);
    Map<String, List<LabeledDrawing>> byWriter = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
      for (LabeledDrawing drawing : drawings) {
        Matcher writer = WRITER.matcher(lines.readLine());
        if (writer.find()) {
          byWriter.computeIfAbsent(writer.group(1), name -> new ArrayList<>()).add(drawing);
        }
      }
    }
    List<Writer> result = new ArrayList<>();
    byWriter.forEach(
        (name, all) -> {
          int[] counts = new int[DIGITS];
          List<LabeledDrawing> learned = new ArrayList<>();
          List<LabeledDrawing> others = new ArrayList<>();
          for (LabeledDrawing drawing : all) {
            (counts[drawing.label()]++ < LEARNED ? learned : others).add(drawing);
          }
          if (all.size() >= least && others.size() >= DIGITS) {
            result.add(new Writer(name, learned, others));
          }
        });
    return result;
  }
}
