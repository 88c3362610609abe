package org.digitpad.nn.model;

/**
 * What makes a model's answers honest. The temperature is part of the model's parameters already:
 * its last layer is divided by it, so that whoever runs the network needs to know nothing of it.
 *
 * @param temperature what the trained network's logits were divided by (C. Guo et al., "On
 *     calibration of modern neural networks", ICML 2017, section 4.2)
 * @param leastEvidence below this log Σ exp of the logits, which is the negative energy of W. Liu
 *     et al., "Energy-based out-of-distribution detection", NeurIPS 2020, an image shows no digit
 */
public record Calibration(double temperature, double leastEvidence) {
  /**
   * Of a model whose file says nothing: logits as they were trained, and evidence enough always.
   */
  public static final Calibration NONE = new Calibration(1, Double.NEGATIVE_INFINITY);

  /**
   * @throws IllegalArgumentException for a temperature that is not positive and finite, or a least
   *     evidence that is not a number
   */
  public Calibration {
    if (!(temperature > 0) || !Double.isFinite(temperature) || Double.isNaN(leastEvidence)) {
      throw new IllegalArgumentException(
          "no calibration: temperature " + temperature + ", least evidence " + leastEvidence);
    }
  }
}
