package org.digitpad.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.JavaHeap;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.Recipe;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model and writes it to a file. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
  /** The optimizer counts steps in an int, and the largest dataset has 250,000 images. */
  private static final int MAX_EPOCHS = 1_000;

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private DataOption data;
  @Mixin private ThreadsOption threads;

  @Option(names = "--model", paramLabel = "NAME", defaultValue = ModelLibrary.DEFAULT)
  private String architectureName;

  @Option(names = "--recipe", paramLabel = "NAME", defaultValue = "best")
  private String recipeName;

  @Option(names = "--epochs", paramLabel = "N", defaultValue = "10")
  private int epochs;

  @Option(names = "--batch", paramLabel = "N")
  private @Nullable Integer batch;

  @Option(names = "--rate", paramLabel = "R")
  private @Nullable Double rate;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--strokes", paramLabel = "FILE")
  private @Nullable Path strokes;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  private Path out;

  @Option(names = "--resume")
  private boolean resume;

  TrainCommand(Console console) {
    this.console = console;
  }

  /** The last JSON line. */
  private record Line(
      String model,
      int parameters,
      String recipe,
      long seed,
      double seconds,
      double valAccuracy,
      String file) {}

  @Override
  public Integer call() throws Exception {
    TrainingSettings settings = settings();
    checkOutput(ModelTraining.checkpoint(out));
    // read first, so that a bad file fails before training
    List<LabeledDrawing> drawings =
        strokes == null ? List.of() : StrokesEvaluation.readDrawings(strokes);
    JavaHeap.keepSmall();
    TrainingData images = TrainingData.of(data.load(console));
    TrainingProgressReporter reporter =
        new TrainingProgressReporter(
            console,
            common.json,
            epochs,
            settings.recipe().imagesPerEpoch(images.training().size()));
    Model model =
        new ModelTraining(settings, images, out, otherOptions(), drawings)
            .train(reporter, new TrainingControl(), resume);
    print(model);
    return Cli.OK;
  }

  private TrainingSettings settings() {
    Architecture architecture =
        Architectures.named(architectureName)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Messages.get(
                            "cli.train.unknownModel",
                            architectureName,
                            names(Architectures.all(), Architecture::name))));
    Recipe recipe =
        Recipe.named(recipeName)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Messages.get(
                            "cli.train.unknownRecipe",
                            recipeName,
                            names(Recipe.all(), Recipe::name))));
    if (batch != null) {
      recipe =
          recipe.withBatchSize(ThreadsOption.requireInRange("--batch", batch, Integer.MAX_VALUE));
    }
    if (rate != null) {
      recipe = recipe.withLearningRate(requireRate(rate));
    }
    return new TrainingSettings(
        architecture,
        recipe,
        ThreadsOption.requireInRange("--epochs", epochs, MAX_EPOCHS),
        seed,
        threads.count());
  }

  private static double requireRate(double rate) {
    if (!Recipe.isLearningRate(rate)) {
      throw new BadInputException(
          Messages.get(
              "cli.train.rateOutOfRange",
              Double.toString(rate),
              Numbers.decimal(Recipe.MAX_LEARNING_RATE, 0)));
    }
    return rate;
  }

  private static <T> String names(Collection<T> choices, Function<T, String> name) {
    return choices.stream().map(name).collect(Collectors.joining(", "));
  }

  /** Checks before the training, not after an epoch, that model and checkpoint can be written. */
  private void checkOutput(Path checkpoint) {
    if (strokes != null) {
      AtomicFiles.requireDistinct(out, strokes);
    }
    data.requireDistinct(out, console);
    OutputFileCheck.check(out);
    OutputFileCheck.checkCheckpoint(checkpoint);
  }

  private String otherOptions() {
    return data.repeated(console)
        + (strokes == null ? "" : ModelTraining.option("--strokes", strokes));
  }

  private void print(Model model) {
    if (common.json) {
      console.printJson(
          new Line(
              architectureName,
              model.architecture().parameterCount(),
              recipeName,
              seed,
              model.card().seconds(),
              model.card().valAccuracy(),
              out.toString()));
    } else {
      console.print(
          Messages.get(
              "cli.train.done",
              architectureName,
              Numbers.percent(model.card().valAccuracy(), 2),
              Numbers.decimal(model.card().seconds(), 1),
              out));
    }
  }
}
