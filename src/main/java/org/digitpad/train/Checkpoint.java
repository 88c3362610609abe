package org.digitpad.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.dl4j.TrainableNetwork;
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
 */
record Checkpoint(
    Run run, int iteration, List<EpochMetrics> history, float[] parameters, float[] optimizer) {
  /** Is appended to the full name of the model's file. */
  static final String EXTENSION = ".checkpoint";

  private static final String STATE = "digitpad.checkpoint";
  private static final ObjectMapper JSON = new ObjectMapper();

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
      @JsonProperty("batch") int batchSize,
      @JsonProperty("rate") double learningRate,
      int epochs,
      long seed,
      Map<String, String> dataSha256) {
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
    State {
      Objects.requireNonNull(run);
      history = List.copyOf(history);
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
        + recipe.augmentation()
        + ", builtinShare="
        + recipe.builtinShare()
        + ", nonDigitShare="
        + recipe.nonDigitShare()
        + "]";
  }

  static Checkpoint of(Run run, TrainableNetwork network, List<EpochMetrics> history) {
    return new Checkpoint(
        run,
        network.iteration(),
        List.copyOf(history),
        network.parameters(),
        network.optimizerState());
  }

  void write(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("parameters", new Tensor(List.of(parameters.length), parameters));
    tensors.put("optimizer", new Tensor(List.of(optimizer.length), optimizer));
    String state = JSON.writeValueAsString(new State(run, iteration, history));
    AtomicFiles.write(file, new Safetensors(Map.of(STATE, state), tensors).toBytes());
  }

  /**
   * Reads the checkpoint of a run; empty if there is no file.
   *
   * @throws BadInputException if the file is damaged or of another run
   */
  static Optional<Checkpoint> read(Path file, Run expected) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Checkpoint checkpoint = read(file);
    if (!checkpoint.run().equals(expected)) {
      throw new BadInputException(
          Messages.get("train.checkpoint.otherRun", file, checkpoint.run().description()));
    }
    return Optional.of(checkpoint);
  }

  /**
   * Reads the checkpoint of any run.
   *
   * @throws BadInputException if the file is damaged
   */
  static Checkpoint read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw damaged(file, null);
    }
    Safetensors content = content(Files.readAllBytes(file), file);
    State state = state(content.metadata().getOrDefault(STATE, ""), file);
    return new Checkpoint(
        state.run(),
        state.iteration(),
        state.history(),
        finiteValues(content, "parameters", file),
        finiteValues(content, "optimizer", file));
  }

  /**
   * Restores the state of the network.
   *
   * @param file file of this checkpoint, for an error
   * @throws BadInputException if the tensors do not fit the network
   */
  void restoreTo(TrainableNetwork network, Path file) {
    if (parameters.length != network.architecture().parameterCount()
        || optimizer.length != network.optimizerState().length) {
      throw damaged(file, null);
    }
    network.restore(parameters, optimizer, iteration);
  }

  private static Safetensors content(byte[] bytes, Path file) {
    try {
      return Safetensors.parse(bytes, file.toString());
    } catch (BadInputException e) {
      throw damaged(file, e);
    }
  }

  private static State state(String json, Path file) {
    try {
      State state = JSON.readValue(json, State.class);
      if (state != null) {
        return state;
      }
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    }
    throw damaged(file, null);
  }

  private static float[] finiteValues(Safetensors content, String name, Path file) {
    Tensor tensor = content.tensors().get(name);
    if (tensor == null) {
      throw damaged(file, null);
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw damaged(file, null);
      }
    }
    return tensor.values();
  }

  private static BadInputException damaged(Path file, @Nullable Exception cause) {
    return new BadInputException(Messages.get("train.checkpoint.damaged", file), cause);
  }
}
