package org.digitpad.nn.model;

import java.util.Arrays;
import java.util.Objects;
import org.digitpad.nn.arch.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * A trained network.
 *
 * @param architecture the network's layers
 * @param parameters flat, as the architecture orders them; the array is copied in and out
 * @param calibration how the outputs were calibrated
 * @param combination how the sums of its logits and of those of the bundled Conv-GRU are
 *     calibrated: they are divided by the temperature; null for a network that reads images
 * @param card how the model was trained and evaluated
 */
public record Model(
    Architecture architecture,
    float[] parameters,
    Calibration calibration,
    @Nullable Calibration combination,
    ModelCard card) {
  public Model {
    if (parameters.length != architecture.parameterCount()) {
      throw new IllegalArgumentException(
          "%s has %d parameters, not %d"
              .formatted(architecture.name(), architecture.parameterCount(), parameters.length));
    }
    parameters = parameters.clone();
  }

  /** Creates a model that is not combined with another. */
  public Model(
      Architecture architecture, float[] parameters, Calibration calibration, ModelCard card) {
    this(architecture, parameters, calibration, null, card);
  }

  /** Creates a model without calibration. */
  public Model(Architecture architecture, float[] parameters, ModelCard card) {
    this(architecture, parameters, Calibration.NONE, card);
  }

  @Override
  public float[] parameters() {
    return parameters.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Model that
        && architecture.equals(that.architecture)
        && Arrays.equals(parameters, that.parameters)
        && calibration.equals(that.calibration)
        && Objects.equals(combination, that.combination)
        && card.equals(that.card);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parameters);
  }

  @Override
  public String toString() {
    return "Model[" + architecture.name() + ", " + card + "]";
  }
}
