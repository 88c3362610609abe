package org.digitpad.nn.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.JsonFields;
import org.digitpad.io.json.JsonObject;

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
public record Calibration(double temperature, double minLogSumExp) implements JsonFields {
  private static final String TEMPERATURE = "temperature";
  private static final String LEAST_EVIDENCE = "leastEvidence";
  private static final String NEGATIVE_INFINITY = "-Infinity";

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

  /** The minimum may be "-Infinity", for which JSON has no number. */
  static Calibration of(JsonObject json) throws BadJsonException {
    json.requireOnly(Set.of(TEMPERATURE, LEAST_EVIDENCE));
    double minimum =
        json.isText(LEAST_EVIDENCE, NEGATIVE_INFINITY)
            ? Double.NEGATIVE_INFINITY
            : json.number(LEAST_EVIDENCE);
    return new Calibration(json.number(TEMPERATURE), minimum);
  }

  @Override
  public Map<String, Object> jsonFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(TEMPERATURE, temperature);
    fields.put(LEAST_EVIDENCE, minLogSumExp);
    return fields;
  }
}
