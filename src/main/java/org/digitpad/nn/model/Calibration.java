package org.digitpad.nn.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a model's outputs were calibrated after training. The parameters already contain the
 * temperature: the last layer is divided by it, so that inference needs no extra step.
 *
 * @param temperature what the logits of the trained network were divided by (C. Guo et al., "On
 *     calibration of modern neural networks", ICML 2017, section 4.2)
 * @param minLogSumExp an image whose log Σ exp of the logits is lower shows no digit, and {@code
 *     recognize.Recognizer} rejects it; log Σ exp is the negative energy of W. Liu et al.,
 *     "Energy-based out-of-distribution detection", NeurIPS 2020
 */
public record Calibration(double temperature, @JsonProperty("leastEvidence") double minLogSumExp) {
  /** Calibration of a model whose file has none: unchanged logits, and every image is accepted. */
  public static final Calibration NONE = new Calibration(1, Double.NEGATIVE_INFINITY);

  /**
   * @throws IllegalArgumentException if the temperature is not positive and finite, or the minimum
   *     is not a number
   */
  public Calibration {
    if (!(temperature > 0) || !Double.isFinite(temperature) || Double.isNaN(minLogSumExp)) {
      throw new IllegalArgumentException(
          "no calibration: temperature " + temperature + ", minimum of log Σ exp " + minLogSumExp);
    }
  }
}
