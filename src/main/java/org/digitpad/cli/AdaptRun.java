package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.io.JavaHeap;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;
import org.digitpad.train.TrainingData;
import org.digitpad.train.adapt.Adaptation;
import org.digitpad.train.adapt.AdaptationComparison;
import org.digitpad.train.adapt.AdaptationMethod;

/**
 * {@code train --adapt}: a copy of a model learns a person's hand.
 *
 * @param modelName as {@code --adapt} gives it
 * @param strokes the person's labeled drawings
 * @param force whether a copy that is no better is written too, and an existing file replaced
 */
record AdaptRun(
    Console console,
    boolean json,
    DataOption data,
    String modelName,
    Path strokes,
    Path out,
    long seed,
    int threads,
    boolean force) {
  /** The accuracies of one model, from 0 to 1. */
  private record Accuracies(double own, double test) {}

  /** The line of JSON. */
  private record Line(
      String model,
      String parent,
      int drawings,
      Accuracies before,
      Accuracies after,
      boolean kept,
      String file) {}

  /**
   * Makes the copy and writes it if it is better.
   *
   * @return the exit code
   * @throws BadInputException if the model, the drawings or the output cannot be used
   */
  int run() throws IOException {
    LibraryModel parent = parent();
    RunFiles files = new RunFiles(out);
    OutputFileCheck.check(out, files, inputs(parent));
    List<LabeledDrawing> drawings = StrokesEvaluation.readDrawings(strokes);
    try (RunLock lock = RunLock.acquire(files, RunLock.Holder.COMMAND_LINE)) {
      if (Files.exists(out) && !force) {
        throw new BadInputException(Messages.get("cli.train.exists", out));
      }
      return adapt(parent, drawings, lock.files());
    }
  }

  private int adapt(LibraryModel parent, List<LabeledDrawing> drawings, RunFiles files) {
    JavaHeap.keepSmall();
    Architecture architecture = parent.model().architecture();
    TrainingData images = TrainingData.of(data.loadWithoutDownload(architecture, console));
    String parentName = parent.isBundled() ? parent.name() : ModelFile.title(Path.of(modelName));
    Adaptation.Result result =
        new Adaptation(
                parent,
                parentName,
                drawings,
                images,
                AdaptationMethod.best(architecture, drawings.size()),
                seed,
                threads)
            .run(options(parent, architecture));
    Optional<String> refusal = result.comparison().findRefusal();
    boolean written = refusal.isEmpty() || force;
    if (written) {
      try {
        ModelFile.write(result.model(), files.output());
      } catch (IOException e) {
        console.printMessage(Messages.get("cli.train.notSaved", out, FileErrors.reason(e)));
        return Cli.FAILED;
      }
    }
    print(architecture, drawings.size(), result.comparison(), refusal, written);
    if (!written) {
      console.printMessage(refusal.orElseThrow());
      return Cli.FAILED;
    }
    return Cli.OK;
  }

  private LibraryModel parent() {
    LibraryModel model = ModelLibrary.find(modelName);
    if (model.isCombination()) {
      throw new BadInputException(
          Messages.get(
              "cli.model.combination",
              modelName,
              model.parts().stream().map(LibraryModel::name).collect(Collectors.joining(", "))));
    }
    return model;
  }

  private List<Path> inputs(LibraryModel parent) {
    List<Path> inputs = new ArrayList<>(data.inputs(console));
    inputs.add(strokes);
    parent.file().ifPresent(inputs::add);
    return inputs;
  }

  /** The options that make the same copy, each with a leading space. */
  private String options(LibraryModel parent, Architecture architecture) {
    Path named = Path.of(modelName);
    return ModelTraining.option("--adapt", parent.file().orElse(named))
        + ModelTraining.option("--strokes", strokes)
        + ModelTraining.option("--seed", Path.of(Long.toString(seed)))
        + (architecture.readsMovement() ? "" : data.repeated(console))
        + ModelTraining.option("--out", out);
  }

  private void print(
      Architecture architecture,
      int drawings,
      AdaptationComparison comparison,
      Optional<String> refusal,
      boolean written) {
    Accuracies before =
        new Accuracies(comparison.ownBefore().accuracy(), comparison.testBefore().accuracy());
    Accuracies after =
        new Accuracies(comparison.ownAfter().accuracy(), comparison.testAfter().accuracy());
    if (json) {
      console.printJson(
          new Line(
              architecture.name(), modelName, drawings, before, after, written, out.toString()));
      return;
    }
    console.print(
        Messages.plural(
            "cli.train.adapt.own",
            drawings,
            Numbers.percent(before.own(), 2),
            Numbers.percent(after.own(), 2)));
    console.print(
        Messages.get(
            "cli.train.adapt.test",
            Numbers.percent(before.test(), 2),
            Numbers.percent(after.test(), 2)));
    console.print(
        Messages.get(
            "cli.train.adapt.calibration",
            Numbers.percent(comparison.testBefore().ece(), 2),
            Numbers.percent(comparison.testAfter().ece(), 2)));
    for (AdaptationComparison.Change change : comparison.changes()) {
      console.print(
          Messages.get(
              "cli.train.adapt.change",
              change.index() + 1,
              Integer.toString(change.label()),
              Integer.toString(change.before()),
              Integer.toString(change.after())));
    }
    if (written) {
      refusal.ifPresent(reason -> console.print(Messages.get("cli.train.adapt.forced", reason)));
      console.print(Messages.get("cli.train.adapt.done", out));
    }
  }
}
