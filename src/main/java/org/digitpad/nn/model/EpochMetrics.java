package org.digitpad.nn.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.JsonObject;

/**
 * Metrics of one epoch of training.
 *
 * @param epoch number from 1
 * @param seconds wall time of the pass over the training images, without validation
 * @param loss mean cross-entropy on the training images during the pass, in nats; if some of them
 *     are not digits, the background class is one more class
 * @param accuracy share of training digits classified correctly during the pass, 0 to 1
 * @param valLoss mean cross-entropy on the validation images after the epoch, in nats, before any
 *     calibration
 * @param valAccuracy share of validation images classified correctly after the epoch, 0 to 1
 */
public record EpochMetrics(
    int epoch, double seconds, double loss, double accuracy, double valLoss, double valAccuracy) {
  /** The names of the fields in JSON. */
  public static final Set<String> NAMES =
      Set.of("epoch", "seconds", "loss", "accuracy", "valLoss", "valAccuracy");

  /** The metrics in JSON; other fields are ignored. */
  public static EpochMetrics of(JsonObject json) throws BadJsonException {
    return new EpochMetrics(
        json.integer("epoch"),
        json.number("seconds"),
        json.number("loss"),
        json.number("accuracy"),
        json.number("valLoss"),
        json.number("valAccuracy"));
  }

  /** Returns the first value that no training can have, as text, with its name in JSON. */
  public Optional<Map.Entry<String, String>> findImpossible() {
    return Range.first(
        Range.unless(epoch >= 1, "epoch", epoch),
        Range.notNegative("seconds", seconds),
        Range.notNegative("loss", loss),
        Range.share("accuracy", accuracy),
        Range.notNegative("valLoss", valLoss),
        Range.share("valAccuracy", valAccuracy));
  }
}
