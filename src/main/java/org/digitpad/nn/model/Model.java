package org.digitpad.nn.model;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture;

/**
 * A trained network.
 *
 * @param architecture what it computes
 * @param parameters flat, as the architecture orders them; the array is a copy
 * @param calibration what the parameters were divided by, and when the model should doubt
 * @param card where it comes from
 */
public record Model(
    Architecture architecture, float[] parameters, Calibration calibration, ModelCard card) {
  public Model {
    if (parameters.length != architecture.parameters()) {
      throw new IllegalArgumentException(
          architecture.name()
              + " has "
              + architecture.parameters()
              + " parameters, not "
              + parameters.length);
    }
    parameters = parameters.clone();
  }

  /** A model that nobody has calibrated. */
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
