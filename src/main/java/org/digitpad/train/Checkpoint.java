package org.digitpad.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.dl4j.TrainableNetwork;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.nn.model.Safetensors;
import org.digitpad.nn.model.Safetensors.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A training run after a whole epoch: all that it takes to go on to the same weights.
 *
 * @param run what run this is of; only that run may go on from it
 * @param iteration steps taken
 * @param history the epochs so far
 * @param parameters flat parameters of the network
 * @param optimizer the optimiser's state
 */
record Checkpoint(
    Run run, int iteration, List<EpochMetrics> history, float[] parameters, float[] optimizer) {
  /** Follows the whole name of the model's file. */
  static final String EXTENSION = ".checkpoint";

  private static final String STATE = "digitpad.checkpoint";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What must be the same for a run to go on. The number of threads need not be.
   *
   * @param details the recipe with all of its amounts
   * @param dataSha256 SHA-256 of each data file by name
   */
  record Run(
      String architecture,
      String recipe,
      String details,
      int batch,
      double rate,
      int epochs,
      long seed,
      Map<String, String> dataSha256) {
    Run {
      if (batch < 1 || epochs < 1 || !Recipe.isRate(rate)) {
        throw new IllegalArgumentException("no run has these amounts");
      }
    }

    static Run of(TrainingSettings settings, TrainingData data) {
      return new Run(
          settings.architecture().name(),
          settings.recipe().name(),
          settings.recipe().toString(),
          settings.recipe().batch(),
          settings.recipe().rate(),
          settings.epochs(),
          settings.seed(),
          data.sha256());
    }

    /** What a person can compare with the options. */
    String title() {
      return String.format(
          Locale.ROOT,
          "%s, recipe %s, %d epochs, batch %d, rate %s, seed %d",
          architecture,
          recipe,
          epochs,
          batch,
          rate,
          seed);
    }
  }

  /** The part that is not numbers, as it stands in the file. */
  private record State(Run run, int iteration, List<EpochMetrics> history) {
    State {
      Objects.requireNonNull(run);
      history = List.copyOf(history);
    }
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
   * Reads the checkpoint of a run, if there is one.
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
          "The checkpoint "
              + file
              + " is of another run ("
              + checkpoint.run().title()
              + "); give the same options and data, or train without --resume.");
    }
    return Optional.of(checkpoint);
  }

  /**
   * Reads any run's checkpoint.
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
        numbers(content, "parameters", file),
        numbers(content, "optimizer", file));
  }

  /**
   * Continues where the run was.
   *
   * @param file where this checkpoint is from, for an error
   * @throws BadInputException if the numbers do not fit the network
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

  private static float[] numbers(Safetensors content, String name, Path file) {
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
    return new BadInputException(
        "The checkpoint " + file + " is damaged; delete it, or train without --resume.", cause);
  }
}
