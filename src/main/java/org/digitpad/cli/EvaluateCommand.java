package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.evaluate.Evaluator;
import org.digitpad.evaluate.OthersEvaluation;
import org.digitpad.evaluate.RejectionEvaluation;
import org.digitpad.evaluate.RejectionEvaluation.KindResult;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates a model on images or on strokes. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private ModelOption modelOption;
  @Mixin private DataOption data;

  @Option(names = "--strokes", paramLabel = "FILE")
  private @Nullable Path strokes;

  @Option(names = "--rejection")
  private boolean rejection;

  @Option(names = "--others", paramLabel = "FILE")
  private @Nullable Path others;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Model model = modelOption.load(console);
    if (strokes != null && data.option != null) {
      throw new BadInputException(Messages.get("cli.evaluate.strokesAndData"));
    }
    if (others != null) {
      if (strokes == null || !rejection) {
        throw new BadInputException(Messages.get("cli.evaluate.others.needs"));
      }
      print(
          OthersEvaluation.of(
              model, StrokesEvaluation.readDrawings(strokes), StrokesFile.readOthers(others)));
    } else if (rejection) {
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
    return Cli.OK;
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
    console.print(Messages.get("cli.evaluate.rejected.heading"));
    printRejected(
        Messages.get("cli.evaluate.rejected.digits"), result.falselyRejected(), result.correct());
    for (KindResult kind : result.nonDigits()) {
      printRejected(
          Messages.get("cli.evaluate.kind." + kind.kind()), kind.rejected(), kind.drawings());
    }
  }

  private void print(OthersEvaluation result) {
    if (common.json) {
      console.printJson(Map.of("rightRejected", result.rightRejected()));
      result.kinds().forEach(console::printJson);
      return;
    }
    console.print(Messages.get("cli.evaluate.rejected.heading"));
    printRejected(
        Messages.get("cli.evaluate.rejected.digits"),
        (int) Math.round(result.rightRejected() * result.correct()),
        result.correct());
    console.print("");
    printRow(
        Messages.get("cli.evaluate.others.kind"),
        Stream.of("drawings", "rejected", "auroc", "kept", "caught")
            .map(column -> Messages.get("cli.evaluate.others." + column)));
    for (OthersEvaluation.KindResult kind : result.kinds()) {
      printRow(
          kind.kind(),
          Stream.of(
              Numbers.integer(kind.samples()),
              Numbers.percent(kind.rejected(), 1),
              Numbers.decimal(kind.auroc(), 3),
              Numbers.percent(kind.fpr95(), 1),
              Numbers.percent(kind.caughtAt1(), 1)));
    }
    console.print(Messages.get("cli.evaluate.others.legend"));
  }

  private void printRow(String kind, Stream<String> values) {
    console.print(
        TextColumns.left(PlainText.brief(kind), 14)
            + values.map(value -> TextColumns.right(value, 10)).collect(Collectors.joining()));
  }

  private void printRejected(String kind, int rejected, int all) {
    console.print(
        Messages.get(
            "cli.evaluate.rejected.row",
            TextColumns.left(kind, 14),
            TextColumns.right(Numbers.integer(rejected), 7),
            TextColumns.right(Numbers.integer(all), 6),
            TextColumns.right(Numbers.percent((double) rejected / all, 2), 7)));
  }

  private void print(Model model, Evaluation result, @Nullable Integer rejected) {
    int parameters = model.architecture().parameterCount();
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
    console.print(Messages.get("cli.evaluate.model", modelOption.name, parameters));
    printMetric("cli.evaluate.samples", Numbers.integer(result.samples()));
    printMetric("cli.evaluate.accuracy", Numbers.percent(result.accuracy(), 2));
    printMetric("cli.evaluate.loss", Numbers.decimal(result.loss(), 4));
    printMetric("cli.evaluate.calibrationError", Numbers.percent(result.ece(), 2));
    if (rejected != null) {
      printMetric("cli.evaluate.rejected", Numbers.integer(rejected));
    }
    print(result.confusion());
  }

  private void printMetric(String labelKey, String value) {
    console.print(TextColumns.row(TextColumns.left(Messages.get(labelKey), 17), value));
  }

  /** Prints a confusion matrix: a row for each label, a column for each predicted digit. */
  private void print(List<List<Integer>> confusion) {
    console.print("");
    String digits =
        IntStream.range(0, confusion.size())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("     "));
    console.print(TextColumns.left(Messages.get("cli.evaluate.confusion"), 18) + digits);
    for (int label = 0; label < confusion.size(); label++) {
      String counts =
          confusion.get(label).stream()
              .map(count -> TextColumns.right(count.toString(), 6))
              .collect(Collectors.joining());
      console.print(TextColumns.left(TextColumns.right(Integer.toString(label), 5), 15) + counts);
    }
  }
}
