package org.digitpad.nn.model;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture;

/**
 * A trained network.
 *
 * @param architecture the network's layers
 * @param parameters flat, as the architecture orders them; the array is copied in and out
 * @param calibration how the outputs were calibrated
 * @param card how the model was trained and evaluated
 */
public record Model(
    Architecture architecture, float[] parameters, Calibration calibration, ModelCard card) {
  public Model {
    if (parameters.length != architecture.parameterCount()) {
      throw new IllegalArgumentException(
          "%s has %d parameters, not %d"
              .formatted(architecture.name(), architecture.parameterCount(), parameters.length));
    }
    parameters = parameters.clone();
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
