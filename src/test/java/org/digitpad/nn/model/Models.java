package org.digitpad.nn.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;

/** Models for tests, none of which is trained. */
public final class Models {
  private Models() {}

  /** A model whose parameters are all different, so that a misplaced one shows. */
  public static Model numbered() {
    float[] parameters = new float[Architectures.CONV_GRU.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) Math.sin(i) / 10;
    }
    return new Model(Architectures.CONV_GRU, parameters, card());
  }

  /**
   * A model that classifies every image as the same digit.
   *
   * @param bias that digit's logit, where all others are 0
   */
  public static Model always(int digit, float bias) {
    Architecture architecture = Architectures.CONV_GRU;
    float[] parameters = new float[architecture.parameterCount()];
    parameters[parameters.length - architecture.classCount() + digit] = bias;
    return new Model(architecture, parameters, card());
  }

  /** A model with parameters so large that its probabilities are no numbers. */
  public static Model huge() {
    float[] parameters = numbered().parameters();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] *= 1e30f;
    }
    return new Model(Architectures.CONV_GRU, parameters, card());
  }

  /** A model whose probabilities are no numbers only for images with more ink than a digit has. */
  public static Model overflowing() {
    float[] parameters = new float[Architectures.MLP.parameterCount()];
    int inputWeights = Architectures.MLP.tensors().get(0).spec().size();
    // an infinite sum of a hidden unit, times the weight 0
    Arrays.fill(parameters, 0, inputWeights, 1e36f);
    return new Model(Architectures.MLP, parameters, card());
  }

  public static ModelCard card() {
    return new ModelCard(
        "reference",
        -7,
        2,
        128,
        0.0625,
        60_000,
        10_000,
        12.5,
        List.of(
            new EpochMetrics(1, 6.25, 0.5, 0.75, 0.25, 0.9375),
            new EpochMetrics(2, 6.25, 0.25, 0.875, 0.125, 0.96875)),
        0.015625,
        null,
        null,
        31.5,
        "Haswell",
        "digitpad train \"é\"",
        Map.of("a.gz", "00ff", "b.gz", "ff00"));
  }
}
