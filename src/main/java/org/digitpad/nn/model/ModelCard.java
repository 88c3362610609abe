package org.digitpad.nn.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitpad.io.json.BadJsonException;
import org.digitpad.io.json.JsonFields;
import org.digitpad.io.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a model was trained and how it performs, stored as JSON in the model's file. The names in the
 * JSON must stay the same, or older files lose these values.
 *
 * @param recipe name of the recipe
 * @param seed seed of the initial parameters and of the order of the images
 * @param epochs passes over the training images
 * @param batchSize images per step
 * @param learningRate the optimizer's learning rate, its maximum where it changed; null on older
 *     cards, which do not have it
 * @param trainedOn number of training images
 * @param validatedOn number of validation images
 * @param seconds wall time of the training, without validation
 * @param history metrics of each epoch
 * @param calibrationError expected calibration error on the validation images after calibration, 15
 *     bins, 0 to 1
 * @param strokesAccuracy share of labeled pen drawings classified correctly, 0 to 1; null if not
 *     measured
 * @param strokes number of these drawings; null if not measured
 * @param latencyMicros median time to classify one digit on the machine that trained the model, in
 *     microseconds
 * @param kernels name of the BLAS kernels that trained it, such as "SkylakeX", as other ones may
 *     give other last bits; null on older cards
 * @param command command that trains the same model again
 * @param dataSha256 SHA-256 of each data file by name
 * @param parent the model that this one is an adapted copy of; null if it was trained from scratch
 */
public record ModelCard(
    String recipe,
    long seed,
    int epochs,
    int batchSize,
    @Nullable Double learningRate,
    int trainedOn,
    int validatedOn,
    double seconds,
    List<EpochMetrics> history,
    double calibrationError,
    @Nullable Double strokesAccuracy,
    @Nullable Integer strokes,
    double latencyMicros,
    @Nullable String kernels,
    String command,
    Map<String, String> dataSha256,
    @Nullable ParentModel parent)
    implements JsonFields {
  private static final int MAX_RECIPE = 100;

  /** Has the paths of files, of 4,096 bytes at most. */
  private static final int MAX_COMMAND = 20_000;

  private static final int MAX_EPOCHS = 10_000;

  /** Ten years. */
  private static final double MAX_SECONDS = 3.2e8;

  /** A minute. */
  private static final double MAX_LATENCY_MICROS = 6e7;

  public ModelCard {
    history = List.copyOf(history);
    dataSha256 = Map.copyOf(dataSha256);
  }

  /** The card of a model that was trained from scratch. */
  public ModelCard(
      String recipe,
      long seed,
      int epochs,
      int batchSize,
      @Nullable Double learningRate,
      int trainedOn,
      int validatedOn,
      double seconds,
      List<EpochMetrics> history,
      double calibrationError,
      @Nullable Double strokesAccuracy,
      @Nullable Integer strokes,
      double latencyMicros,
      @Nullable String kernels,
      String command,
      Map<String, String> dataSha256) {
    this(
        recipe,
        seed,
        epochs,
        batchSize,
        learningRate,
        trainedOn,
        validatedOn,
        seconds,
        history,
        calibrationError,
        strokesAccuracy,
        strokes,
        latencyMicros,
        kernels,
        command,
        dataSha256,
        null);
  }

  /** The card in JSON; other fields, of newer versions, are ignored. */
  static ModelCard of(JsonObject json) throws BadJsonException {
    List<EpochMetrics> history = new ArrayList<>();
    for (JsonObject epoch : json.objects("history")) {
      history.add(EpochMetrics.of(epoch));
    }
    return new ModelCard(
        json.text("recipe"),
        json.longInteger("seed"),
        json.integer("epochs"),
        json.integer("batch"),
        json.isNull("rate") ? null : json.number("rate"),
        json.integer("trainedOn"),
        json.integer("validatedOn"),
        json.number("seconds"),
        history,
        json.number("calibrationError"),
        json.isNull("strokesAccuracy") ? null : json.number("strokesAccuracy"),
        json.isNull("strokes") ? null : json.integer("strokes"),
        json.number("latencyMicros"),
        json.isNull("kernels") ? null : json.text("kernels"),
        json.text("command"),
        json.texts("dataSha256"),
        json.isNull("parent") ? null : ParentModel.of(json.object("parent")));
  }

  @Override
  public Map<String, Object> jsonFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("recipe", recipe);
    fields.put("seed", seed);
    fields.put("epochs", epochs);
    fields.put("batch", batchSize);
    putIfKnown(fields, "rate", learningRate);
    fields.put("trainedOn", trainedOn);
    fields.put("validatedOn", validatedOn);
    fields.put("seconds", seconds);
    fields.put("history", history);
    fields.put("calibrationError", calibrationError);
    putIfKnown(fields, "strokesAccuracy", strokesAccuracy);
    putIfKnown(fields, "strokes", strokes);
    fields.put("latencyMicros", latencyMicros);
    putIfKnown(fields, "kernels", kernels);
    fields.put("command", command);
    fields.put("dataSha256", dataSha256);
    putIfKnown(fields, "parent", parent);
    return fields;
  }

  private static void putIfKnown(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /** Validation accuracy after the last epoch, 0 to 1. */
  public double valAccuracy() {
    return history.get(history.size() - 1).valAccuracy();
  }

  private boolean epochsAreNumbered() {
    return IntStream.range(0, history.size()).allMatch(i -> history.get(i).epoch() == i + 1);
  }

  /** Returns the first value that no training can have, as text, with its name in JSON. */
  Optional<Map.Entry<String, String>> findImpossible() {
    Optional<Map.Entry<String, String>> own =
        Range.first(
            Range.text("recipe", recipe, MAX_RECIPE),
            Range.text("command", command, MAX_COMMAND),
            Range.text(
                "parent", parent == null ? "" : parent.name() + parent.sha256(), MAX_COMMAND),
            Range.text("kernels", kernels == null ? "" : kernels, MAX_RECIPE),
            Range.unless(history.size() <= MAX_EPOCHS, "history", history.size()),
            Range.unless(epochs >= 1 && epochs <= MAX_EPOCHS, "epochs", epochs),
            Range.unless(batchSize >= 1, "batch", batchSize),
            Range.notNegative("rate", learningRate == null ? 0 : learningRate),
            Range.notNegative("trainedOn", trainedOn),
            Range.notNegative("validatedOn", validatedOn),
            Range.atMost(MAX_SECONDS, "seconds", seconds),
            Range.share("calibrationError", calibrationError),
            Range.share("strokesAccuracy", strokesAccuracy == null ? 0 : strokesAccuracy),
            Range.notNegative("strokes", strokes == null ? 0 : strokes),
            Range.atMost(MAX_LATENCY_MICROS, "latencyMicros", latencyMicros));
    Iterator<EpochMetrics> epochs = history.iterator();
    Optional<Map.Entry<String, String>> found = own;
    while (found.isEmpty() && epochs.hasNext()) {
      found = epochs.next().findImpossible();
    }
    return found.or(() -> Range.unless(epochsAreNumbered(), "history", history.size()));
  }

  /** The same card with the accuracy on labeled pen drawings. */
  public ModelCard withStrokes(double accuracy, int drawings) {
    return new ModelCard(
        recipe,
        seed,
        epochs,
        batchSize,
        learningRate,
        trainedOn,
        validatedOn,
        seconds,
        history,
        calibrationError,
        accuracy,
        drawings,
        latencyMicros,
        kernels,
        command,
        dataSha256,
        parent);
  }
}
