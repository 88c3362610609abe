package org.digitpad.nn.model;

import java.util.Arrays;
import org.digitpad.nn.arch.Architecture;

/**
 * A trained network.
 *
 * @param architecture what it computes
 * @param parameters flat, as the architecture orders them; the array is a copy
 * @param card where it comes from
 */
public record Model(Architecture architecture, float[] parameters, ModelCard card) {
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

  @Override
  public float[] parameters() {
    return parameters.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Model that
        && architecture.equals(that.architecture)
        && Arrays.equals(parameters, that.parameters)
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
