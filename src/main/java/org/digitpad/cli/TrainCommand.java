package org.digitpad.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
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

/** Trains a model. */
@Command(name = "train", description = "Train a model and write it to a file.")
final class TrainCommand implements Callable<Integer> {
  /** The optimiser counts steps in an int, and the largest data set has 500,000 images. */
  private static final int MOST_EPOCHS = 1_000;

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private DataOption data;
  @Mixin private ThreadsOption threads;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = ModelLibrary.DEFAULT,
      description = "The network to train: conv-gru, lstm or mlp. Default: ${DEFAULT-VALUE}.")
  private String architectureName;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      defaultValue = "best",
      description =
          "best: AdamW, images changed anew each epoch, builtin digits among them; reference: Adam"
              + " at 0.001. Default: ${DEFAULT-VALUE}.")
  private String recipeName;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "Passes over the training images. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Images a step. Default: what the recipe says.")
  private @Nullable Integer batch;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Rate of learning, its peak where it changes. Default: the recipe's.")
  private @Nullable Double rate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of weights and order of images. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--strokes",
      paramLabel = "FILE",
      description = "Labelled strokes to measure the model with, for its card; never trained on.")
  private @Nullable Path strokes;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the model goes (.safetensors); the checkpoint stands beside it.")
  private Path out;

  @Option(
      names = "--resume",
      description = "Go on from the checkpoint, where there is one, to the same weights.")
  private boolean resume;

  TrainCommand(Console console) {
    this.console = console;
  }

  /** The last line of JSON. */
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
    // Read before the training rather than fail after it.
    List<LabeledDrawing> drawings =
        strokes == null ? List.of() : StrokesEvaluation.readDrawings(strokes);
    TrainingData images = TrainingData.of(data.load(console));
    TrainingProgressReporter report =
        new TrainingProgressReporter(
            console,
            common.json,
            epochs,
            settings.recipe().imagesPerEpoch(images.training().size()));
    Model model =
        new ModelTraining(settings, images, out, otherOptions(), drawings)
            .train(report, new TrainingControl(), resume);
    print(model);
    return Cli.DONE;
  }

  private TrainingSettings settings() {
    Architecture architecture =
        Architectures.named(architectureName)
            .orElseThrow(
                () ->
                    unknown(
                        "model",
                        architectureName,
                        Architectures.all().stream()
                            .map(Architecture::name)
                            .collect(Collectors.joining(", "))));
    Recipe recipe =
        Recipe.named(recipeName)
            .orElseThrow(
                () ->
                    unknown(
                        "recipe",
                        recipeName,
                        Recipe.all().stream().map(Recipe::name).collect(Collectors.joining(", "))));
    if (batch != null) {
      recipe = recipe.withBatchSize(ThreadsOption.checked("--batch", batch, Integer.MAX_VALUE));
    }
    if (rate != null) {
      recipe = recipe.withLearningRate(checkedRate(rate));
    }
    return new TrainingSettings(
        architecture,
        recipe,
        ThreadsOption.checked("--epochs", epochs, MOST_EPOCHS),
        seed,
        threads.count());
  }

  private static double checkedRate(double rate) {
    if (!Recipe.isLearningRate(rate)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "--rate is %s; give a number above 0 and up to %.0f.",
              rate,
              Recipe.MAX_LEARNING_RATE));
    }
    return rate;
  }

  private static BadInputException unknown(String what, String name, String known) {
    return new BadInputException(
        "There is no " + what + " \"" + name + "\" to train; name one of " + known + ".");
  }

  /** Finds out now, not after an epoch, whether the model and its checkpoint can be written. */
  private void checkOutput(Path checkpoint) {
    if (strokes != null) {
      AtomicFiles.requireApart(out, strokes);
    }
    data.requireApart(out, console);
    OutputFile.check(out);
    OutputFile.probe("The checkpoint " + checkpoint, checkpoint);
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
              model.architecture().parameters(),
              recipeName,
              seed,
              model.card().seconds(),
              model.card().valAccuracy(),
              out.toString()));
    } else {
      console.print(
          "%s: %.2f%% of the validation images, %.1fs of training, written to %s",
          architectureName, 100 * model.card().valAccuracy(), model.card().seconds(), out);
    }
  }
}
