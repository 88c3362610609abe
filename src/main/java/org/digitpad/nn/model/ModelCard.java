package org.digitpad.nn.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from and how well it reads: kept in the model's file.
 *
 * @param recipe name of the recipe
 * @param seed seed of parameters and order of images
 * @param epochs passes over the training images
 * @param batch images a step
 * @param rate rate of the optimiser, its peak where it changed; null on cards that do not say
 * @param trainedOn number of training images
 * @param validatedOn number of validation images
 * @param seconds wall time of the training, validation left out
 * @param history metrics of each epoch
 * @param calibrationError expected calibration error on the validation images, 15 bins, 0 to 1,
 *     after calibration
 * @param strokesAccuracy share of labelled pen drawings read right, 0 to 1; null if not measured
 * @param strokes number of these drawings; null if not measured
 * @param latencyMicros median time for one digit on the machine that trained, in microseconds
 * @param command the command that trains this model again
 * @param dataSha256 SHA-256 of each data file by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(
    String recipe,
    long seed,
    int epochs,
    int batch,
    @Nullable Double rate,
    int trainedOn,
    int validatedOn,
    double seconds,
    List<EpochMetrics> history,
    double calibrationError,
    @Nullable Double strokesAccuracy,
    @Nullable Integer strokes,
    double latencyMicros,
    String command,
    Map<String, String> dataSha256) {
  public ModelCard {
    Objects.requireNonNull(recipe, "recipe");
    Objects.requireNonNull(command, "command");
    history = List.copyOf(history);
    dataSha256 = Map.copyOf(dataSha256);
  }

  /** Validation accuracy after the last epoch, 0 to 1. */
  public double valAccuracy() {
    return history.get(history.size() - 1).valAccuracy();
  }

  /** The same card with the share of labelled pen drawings read right. */
  public ModelCard withStrokes(double accuracy, int drawings) {
    return new ModelCard(
        recipe,
        seed,
        epochs,
        batch,
        rate,
        trainedOn,
        validatedOn,
        seconds,
        history,
        calibrationError,
        accuracy,
        drawings,
        latencyMicros,
        command,
        dataSha256);
  }
}
