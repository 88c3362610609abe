package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.RejectionEvaluation;
import org.digitpad.evaluate.RejectionEvaluation.KindResult;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a model. */
@Command(
    name = "evaluate",
    description = "Measure how well a model reads the 10,000 test images, or labelled strokes.")
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;
  @Mixin private DataOption data;

  @Option(
      names = "--strokes",
      paramLabel = "FILE",
      description = "Labelled strokes (.jsonl, .jsonl.gz) to read instead of the test images.")
  private @Nullable Path strokes;

  @Option(
      names = "--rejection",
      description =
          "Show instead how many of these digits, and how many letters, shapes and scribbles, are"
              + " taken for no digit.")
  private boolean rejection;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Model model = modelOption.load(console);
    if (strokes != null && data.option != null) {
      throw new BadInputException("--strokes and --data name two things to read; give one.");
    }
    if (rejection) {
      print(rejection(model));
    } else if (strokes != null) {
      StrokesEvaluation result =
          StrokesEvaluation.of(model, StrokesEvaluation.readDrawings(strokes));
      print(model, result.evaluation(), result.rejected());
    } else {
      print(
          model,
          Evaluator.evaluate(
              model.architecture(),
              model.parameters(),
              data.load(console).test(),
              Runtime.getRuntime().availableProcessors()),
          null);
    }
    return Cli.DONE;
  }

  private RejectionEvaluation rejection(Model model) throws IOException, InterruptedException {
    if (strokes == null) {
      return RejectionEvaluation.ofImages(model, data.load(console).test());
    }
    return RejectionEvaluation.ofStrokes(model, StrokesEvaluation.readDrawings(strokes));
  }

  private void print(RejectionEvaluation result) {
    if (common.json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("model", modelOption.name);
      line.put("right", result.correct());
      line.put("falselyRejected", result.falselyRejected());
      line.put("nonDigits", result.nonDigits());
      console.printJson(line);
      return;
    }
    console.print("taken for no digit:");
    print("right digits", result.falselyRejected(), result.correct());
    for (KindResult kind : result.nonDigits()) {
      print(kind.kind(), kind.rejected(), kind.drawings());
    }
  }

  private void print(String what, int rejected, int all) {
    console.print("%-12s %,7d of %,6d  %6.2f%%", what, rejected, all, 100.0 * rejected / all);
  }

  private void print(Model model, Evaluation result, @Nullable Integer rejected) {
    int parameters = model.architecture().parameters();
    if (common.json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("model", modelOption.name);
      line.put("parameters", parameters);
      line.put("samples", result.samples());
      line.put("accuracy", result.accuracy());
      line.put("loss", result.loss());
      line.put("ece", result.ece());
      line.put("confusion", result.confusion());
      if (rejected != null) {
        line.put("rejected", rejected);
      }
      console.printJson(line);
      return;
    }
    console.print("%s, %,d parameters", modelOption.name, parameters);
    console.print("samples           %,d", result.samples());
    console.print("accuracy          %.2f%%", 100 * result.accuracy());
    console.print("loss              %.4f", result.loss());
    console.print("calibration error %.2f%%", 100 * result.ece());
    if (rejected != null) {
      console.print("rejected          %,d", rejected);
    }
    console.print("%nlabel  read as    0     1     2     3     4     5     6     7     8     9");
    for (int label = 0; label < result.confusion().size(); label++) {
      StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%5d          ", label));
      result
          .confusion()
          .get(label)
          .forEach(count -> row.append(String.format(Locale.ROOT, "%6d", count)));
      console.print("%s", row);
    }
  }
}
