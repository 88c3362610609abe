package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.evaluate.StrokesEvaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.io.JavaHeap;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.NotSavedException;
import org.digitpad.train.OutputTakenException;
import org.digitpad.train.Recipe;
import org.digitpad.train.RunFiles;
import org.digitpad.train.RunLock;
import org.digitpad.train.TrainingControl;
import org.digitpad.train.TrainingData;
import org.digitpad.train.TrainingMemory;
import org.digitpad.train.TrainingSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model and writes it to a file. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
  /** The optimizer counts steps in an int, and the largest dataset has 250,000 images. */
  private static final int MAX_EPOCHS = 1_000;

  /** Options of a training from scratch. */
  private static final List<String> NOT_FOR_ADAPTATION =
      List.of("--model", "--recipe", "--epochs", "--batch", "--rate", "--resume");

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

  @Option(names = "--adapt", paramLabel = "MODEL")
  private @Nullable String adapt;

  @Option(names = "--strokes", paramLabel = "FILE")
  private @Nullable Path strokes;

  @Option(names = "--out", required = true, paramLabel = "FILE")
  private Path out;

  @Option(names = "--resume")
  private boolean resume;

  @Option(names = "--force")
  private boolean force;

  @Spec private CommandSpec spec;

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
    if (adapt != null) {
      return adapt(adapt);
    }
    TrainingSettings settings = settings();
    RunFiles files = new RunFiles(out);
    OutputFileCheck.check(out, files, inputs(settings.architecture()));
    // read first, so that a bad file fails before training
    List<LabeledDrawing> drawings =
        strokes == null ? List.of() : StrokesEvaluation.readDrawings(strokes);
    try (RunLock lock = RunLock.acquire(files, RunLock.Holder.COMMAND_LINE)) {
      return train(settings, lock, drawings);
    } catch (OutputTakenException taken) {
      return failed(Messages.get("cli.train.taken", out), taken);
    } catch (NotSavedException notSaved) {
      return failed(
          Messages.get(
              files.hasCheckpoint() ? "cli.train.notSavedButResumable" : "cli.train.notSaved",
              notSaved.getFile(),
              FileErrors.reason(notSaved)),
          notSaved);
    }
  }

  private int adapt(String parent) throws IOException {
    for (String option : NOT_FOR_ADAPTATION) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new BadInputException(Messages.get("cli.train.adapt.notWith", option));
      }
    }
    if (strokes == null) {
      throw new BadInputException(Messages.get("cli.train.adapt.noStrokes"));
    }
    return new AdaptRun(
            console, common.json, data, parent, strokes, out, seed, threads.count(), force)
        .run();
  }

  private int train(TrainingSettings settings, RunLock lock, List<LabeledDrawing> drawings)
      throws IOException, InterruptedException {
    RunFiles files = lock.files();
    Optional<Model> existing = existing(files);
    JavaHeap.keepSmall();
    TrainingData images = null;
    try {
      images = TrainingData.of(data.load(settings.architecture(), console));
      ModelTraining training =
          new ModelTraining(
              settings, images, lock, otherOptions(settings.architecture()), drawings);
      boolean finished = existing.isPresent() && isFinished(existing.get(), training, files);
      print(finished ? existing.get() : train(training));
      return Cli.OK;
    } catch (RuntimeException | Error cause) {
      if (!TrainingMemory.isLacking(cause)) {
        throw cause;
      }
      return failed(TrainingMemory.sentence(settings, images), cause);
    }
  }

  private int failed(String sentence, Throwable cause) {
    LoggerFactory.getLogger(TrainCommand.class).debug("the training failed", cause);
    console.printMessage(sentence);
    return Cli.FAILED;
  }

  /**
   * Protects a model and a checkpoint from being replaced.
   *
   * @return the model that is there already, which may be the result of the run to resume
   * @throws BadInputException if there is anything that may not be replaced
   */
  private Optional<Model> existing(RunFiles files) {
    boolean exists = Files.exists(out);
    if (resume && exists) {
      try {
        return Optional.of(ModelFile.read(out));
      } catch (BadInputException noModel) {
        requireForce(otherModel(files));
      }
    } else if (!resume && files.hasCheckpoint()) {
      requireForce("cli.train.unfinished");
    } else if (!resume && exists) {
      requireForce("cli.train.exists");
    }
    return Optional.empty();
  }

  private static String otherModel(RunFiles files) {
    return files.hasCheckpoint() ? "cli.train.otherOutput" : "cli.train.otherModel";
  }

  private void requireForce(String messageKey) {
    if (!force) {
      throw new BadInputException(Messages.get(messageKey, out));
    }
  }

  private boolean isFinished(Model model, ModelTraining training, RunFiles files) {
    if (!training.gives(model)) {
      requireForce(otherModel(files));
      return false;
    }
    if (files.hasCheckpoint()) {
      // killed before it deleted the checkpoints, or trained once more with --force
      return false;
    }
    console.printMessage(Messages.get("cli.train.finished", out));
    return true;
  }

  private Model train(ModelTraining training) throws IOException {
    TrainingProgressReporter reporter =
        new TrainingProgressReporter(
            console,
            common.json,
            epochs,
            training.settings().recipe().imagesPerEpoch(training.data().training().size()));
    return training.train(reporter, new TrainingControl(), resume);
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

  /** The files that are read. A network that reads movement is trained without any. */
  private List<Path> inputs(Architecture architecture) {
    List<Path> inputs =
        new ArrayList<>(architecture.readsMovement() ? List.of() : data.inputs(console));
    if (strokes != null) {
      inputs.add(strokes);
    }
    return inputs;
  }

  private String otherOptions(Architecture architecture) {
    return (architecture.readsMovement() ? "" : data.repeated(console))
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
