package org.digitpad.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.Json;
import org.digitpad.io.json.JsonFields;
import org.digitpad.io.json.JsonObject;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.TrainableNetwork;
import org.digitpad.nn.kernel.Blas;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Safetensors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The state of a training run after a complete epoch: all that it takes to continue to the same
 * parameters.
 *
 * @param run the run; only this run can be resumed from the checkpoint
 * @param iteration number of steps so far
 * @param history metrics of the epochs so far
 * @param parameters flat parameters of the network
 * @param optimizer state of the optimizer
 * @param kernels name of the BLAS kernels that computed it last; null in older files
 */
record Checkpoint(
    Run run,
    int iteration,
    List<EpochMetrics> history,
    float[] parameters,
    float[] optimizer,
    @Nullable String kernels) {
  private static final String STATE = "digitpad.checkpoint";
  private static final String VERSION = "digitpad.checkpoint.version";
  private static final String KERNELS = "digitpad.checkpoint.kernels";
  private static final String PARAMETERS = "parameters";
  private static final String OPTIMIZER = "optimizer";

  /** Version 1 had neither a version nor a checksum, version 2 no kernels. */
  private static final int CURRENT_VERSION = 3;

  private static final int MAX_KERNELS = 100;

  /** Largest size that is read: several times that of the largest network after 1,000 epochs. */
  private static final int MAX_BYTES = 16 << 20;

  /**
   * What must be equal to resume a run; the number of threads may differ. The JSON names are part
   * of the file format.
   *
   * @param recipe name of the recipe
   * @param details all values of the recipe, from {@link #details}
   * @param dataSha256 SHA-256 of each data file, by name
   */
  record Run(
      String architecture,
      String recipe,
      String details,
      int batchSize,
      double learningRate,
      int epochs,
      long seed,
      Map<String, String> dataSha256)
      implements JsonFields {
    private static final Set<String> NAMES =
        Set.of(
            "architecture", "recipe", "details", "batch", "rate", "epochs", "seed", "dataSha256");

    Run {
      if (batchSize < 1 || epochs < 1 || !Recipe.isLearningRate(learningRate)) {
        throw new IllegalArgumentException("no run has these settings");
      }
    }

    static Run of(TrainingSettings settings, TrainingData data) {
      return new Run(
          settings.architecture().name(),
          settings.recipe().name(),
          Checkpoint.details(settings.recipe()),
          settings.recipe().batchSize(),
          settings.recipe().learningRate(),
          settings.epochs(),
          settings.seed(),
          data.sha256());
    }

    static Run of(JsonObject json) throws BadJsonException {
      json.requireOnly(NAMES);
      return new Run(
          json.text("architecture"),
          json.text("recipe"),
          json.text("details"),
          json.integer("batch"),
          json.number("rate"),
          json.integer("epochs"),
          json.longInteger("seed"),
          json.texts("dataSha256"));
    }

    @Override
    public Map<String, Object> jsonFields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("architecture", architecture);
      fields.put("recipe", recipe);
      fields.put("details", details);
      fields.put("batch", batchSize);
      fields.put("rate", learningRate);
      fields.put("epochs", epochs);
      fields.put("seed", seed);
      fields.put("dataSha256", dataSha256);
      return fields;
    }

    /** The settings as a person can compare them with the command-line options. */
    String description() {
      return Messages.plural(
          "train.checkpoint.run",
          epochs,
          architecture,
          recipe,
          batchSize,
          String.valueOf(learningRate),
          String.valueOf(seed));
    }
  }

  /** The part of the file that is not a tensor, in JSON. */
  private record State(Run run, int iteration, List<EpochMetrics> history) {
    private static final Set<String> NAMES = Set.of("run", "iteration", "history");

    static State of(JsonObject json) throws BadJsonException {
      json.requireOnly(NAMES);
      List<EpochMetrics> history = new ArrayList<>();
      for (JsonObject epoch : json.objects("history")) {
        epoch.requireOnly(EpochMetrics.NAMES);
        history.add(EpochMetrics.of(epoch));
      }
      return new State(Run.of(json.object("run")), json.integer("iteration"), List.copyOf(history));
    }
  }

  /**
   * All values of a recipe, as checkpoints hold them. Resuming compares this text, so it must never
   * change.
   */
  static String details(Recipe recipe) {
    return "Recipe[name="
        + recipe.name()
        + ", batch="
        + recipe.batchSize()
        + ", optimizer="
        + recipe.optimizer()
        + ", augmentation="
        + details(recipe.augmentation())
        + ", builtinShare="
        + recipe.builtinShare()
        + ", nonDigitShare="
        + recipe.nonDigitShare()
        + (recipe.unfinishedShare() == 0 ? "" : ", unfinishedShare=" + recipe.unfinishedShare())
        + (recipe.views() == 1 ? "" : ", views=" + recipe.views())
        + "]";
  }

  private static String details(Augmentation augmentation) {
    return "Augmentation[rotation="
        + augmentation.rotation()
        + ", scale="
        + augmentation.scale()
        + ", shear="
        + augmentation.shear()
        + ", translation="
        + augmentation.translation()
        + ", elastic="
        + augmentation.elastic()
        + ", thickness="
        + augmentation.thickness()
        + (augmentation.squared() == 0 ? "" : ", squared=" + augmentation.squared())
        + "]";
  }

  static Checkpoint of(Run run, TrainableNetwork network, List<EpochMetrics> history) {
    return new Checkpoint(
        run,
        network.iteration(),
        List.copyOf(history),
        network.parameters(),
        network.optimizerState(),
        Blas.kernels());
  }

  /** The content of the file. */
  byte[] toBytes() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(VERSION, String.valueOf(kernels == null ? CURRENT_VERSION - 1 : CURRENT_VERSION));
    if (kernels != null) {
      metadata.put(KERNELS, kernels);
    }
    metadata.put(STATE, Json.write(new State(run, iteration, history)));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(PARAMETERS, new Tensor(List.of(parameters.length), parameters));
    tensors.put(OPTIMIZER, new Tensor(List.of(optimizer.length), optimizer));
    return new Safetensors(metadata, tensors).toBytes();
  }

  /**
   * Reads the checkpoint of any run.
   *
   * @throws DamagedCheckpointException if the file holds anything that no run has written
   * @throws BadInputException if it is of a newer version, or cannot be read
   */
  static Checkpoint read(Path file) throws DamagedCheckpointException {
    Safetensors content = content(file);
    requireVersion(content, file);
    State state;
    try {
      state = State.of(JsonObject.of(Json.parse(content.metadata().getOrDefault(STATE, ""))));
    } catch (BadJsonException | IllegalArgumentException e) {
      throw new DamagedCheckpointException(file, e);
    }
    Map<String, Tensor> tensors = content.tensors();
    if (!tensors.keySet().equals(Set.of(PARAMETERS, OPTIMIZER))) {
      throw new DamagedCheckpointException(file, null);
    }
    Checkpoint checkpoint =
        new Checkpoint(
            state.run(),
            state.iteration(),
            state.history(),
            tensors.get(PARAMETERS).values(),
            tensors.get(OPTIMIZER).values(),
            content.metadata().get(KERNELS));
    if (!checkpoint.isConsistent()) {
      throw new DamagedCheckpointException(file, null);
    }
    return checkpoint;
  }

  private static Safetensors content(Path file) throws DamagedCheckpointException {
    if (Files.isSymbolicLink(file)) {
      throw new BadInputException(Messages.get("train.checkpoint.link", file));
    }
    InputFile.requireRegularFile(file);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new DamagedCheckpointException(file, null);
      }
      return Safetensors.parse(
          InputFile.readAll(file, MAX_BYTES),
          file.toString(),
          metadata -> metadata.containsKey(VERSION));
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    } catch (BadInputException e) {
      throw new DamagedCheckpointException(file, e);
    }
  }

  /**
   * Files without a version are from before there were versions and checksums. There is nothing
   * else in the metadata, not even a checksum under a damaged name, which would not be compared.
   */
  private static void requireVersion(Safetensors content, Path file)
      throws DamagedCheckpointException {
    String version = content.metadata().get(VERSION);
    if (version != null && version.matches("[1-9]\\d{0,8}")) {
      int number = Integer.parseInt(version);
      if (number > CURRENT_VERSION) {
        throw new BadInputException(Messages.get("train.checkpoint.newer", file));
      }
      Set<String> keys =
          number == CURRENT_VERSION ? Set.of(VERSION, STATE, KERNELS) : Set.of(VERSION, STATE);
      if (content.metadata().keySet().equals(keys)) {
        return;
      }
    } else if (content.metadata().keySet().equals(Set.of(STATE))) {
      return;
    }
    throw new DamagedCheckpointException(file, null);
  }

  /** Whether a run with so many steps in an epoch can have written this. */
  boolean fits(int stepsPerEpoch) {
    return iteration == (long) history.size() * stepsPerEpoch;
  }

  /** Whether some run can have written this. */
  private boolean isConsistent() {
    boolean complete = !history.isEmpty() && history.size() <= run.epochs();
    return complete
        && (kernels == null || kernels.length() <= MAX_KERNELS)
        && iteration > 0
        && iteration % history.size() == 0
        && IntStream.range(0, history.size()).allMatch(i -> history.get(i).epoch() == i + 1)
        && history.stream().allMatch(epoch -> epoch.findImpossible().isEmpty())
        && Architectures.named(run.architecture()).map(this::hasValuesFor).orElse(true);
  }

  /** Adam's state has two moments of each parameter, the second of which is a mean of squares. */
  private boolean hasValuesFor(Architecture architecture) {
    int count = architecture.parameterCount();
    return parameters.length == count
        && optimizer.length == 2 * count
        && IntStream.range(0, count)
            .allMatch(
                i ->
                    Float.isFinite(parameters[i])
                        && Float.isFinite(optimizer[i])
                        && Float.isFinite(optimizer[count + i])
                        && optimizer[count + i] >= 0);
  }

  /**
   * Restores the state of the network.
   *
   * @throws IllegalArgumentException if the tensors do not fit the network
   */
  void restoreTo(TrainableNetwork network) {
    network.restore(parameters, optimizer, iteration);
  }
}
