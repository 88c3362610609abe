package org.digitpad.bench;

import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.evaluate.Perturbation;
import org.digitpad.evaluate.Sensitivity;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.ModelLibrary;


import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints a model's accuracy on drawings that are rotated, slanted, small, in a corner and so on, as a
 * Markdown table, and draws it as a chart. Needs no display.
 *
 * <pre>
 * mvn -Pbench -DskipTests package exec:exec -Dbench.main=org.digitpad.bench.SensitivityReport \
 *   -Dbench.args="--strokes strokes.jsonl.gz --chart screenshots/sensitivity.png"
 * </pre>
 */
@Command(name = "sensitivity", mixinStandardHelpOptions = true)
public final class SensitivityReport implements Runnable {
  private static final int BUILTIN_DRAWINGS = 5000;

  /** Different from the seeds of the builtin training and test digits. */
  private static final long BUILTIN_SEED = 3;

  @Option(names = "--model", description = "A bundled model or a model file.")
  private String model = ModelLibrary.DEFAULT;

  @Option(names = "--strokes", description = "Labeled strokes; builtin drawings if left out.")
  private Optional<Path> strokes = Optional.empty();

  @Option(names = "--chart", description = "The PNG file to draw.")
  private Optional<Path> chart = Optional.empty();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SensitivityReport()).execute(arguments));
  }

  @Override
  public void run() {
    Model loaded = new ModelLibrary(Path.of("models")).load(model);
    List<LabeledDrawing> drawings =
        strokes
            .map(StrokesEvaluation::readDrawings)
            .orElseGet(() -> BuiltinDigits.drawings(BUILTIN_DRAWINGS, BUILTIN_SEED));
    List<Sensitivity> report =
        Arrays.stream(Perturbation.values())
            .parallel()
            .map(perturbation -> Sensitivity.of(loaded, drawings, perturbation))
            .toList();
    System.out.println("| | accuracy, % | best to worst |");
    System.out.println("|---|---|---|");
    report.forEach(SensitivityReport::print);
    chart.ifPresent(file -> draw(report, drawings.size(), file));
  }

  private static void print(Sensitivity sensitivity) {
    Perturbation perturbation = sensitivity.perturbation();
    String accuracies =
        IntStream.range(0, perturbation.amounts().size())
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "%s: **%.1f**",
                        perturbation.format(perturbation.amounts().get(i)),
                        100 * sensitivity.accuracies().get(i)))
            .collect(Collectors.joining(", "));
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.1f |",
            perturbation.title(),
            accuracies,
            100 * sensitivity.range()));
  }

  private static void draw(List<Sensitivity> report, int drawings, Path file) {
    try {
      SensitivityChart.write(report, drawings, file);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException("the chart was not drawn", failure);
    }
  }
}
