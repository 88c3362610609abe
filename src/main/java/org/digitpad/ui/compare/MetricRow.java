package org.digitpad.ui.compare;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.digitpad.evaluate.ReferenceResults;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;

/** The rows of the metrics table, in their order. */
enum MetricRow {
  LAYERS("layers", column -> architecture(column, MetricRow::layers)),
  PARAMETERS(
      "parameters",
      column -> loaded(column, model -> Numbers.integer(model.parameterCount())),
      column -> cost(column, LibraryModel::parameterCount)),
  FILE_SIZE(
      "fileSize",
      column ->
          loaded(
              column, model -> Messages.get("ui.compare.metric.fileSize.value", kilobytes(model))),
      column -> cost(column, MetricRow::kilobytes)),
  TRAINING_TIME(
      "trainingTime",
      column -> card(column, MetricRow::trainingTime),
      column -> cardCost(column, ModelCard::seconds)),
  TEST_ACCURACY(
      "testAccuracy",
      column -> card(column, MetricRow::accuracy),
      column -> cardCost(column, card -> -card.valAccuracy())),
  REFERENCE_ACCURACY(
      "referenceAccuracy", column -> architecture(column, MetricRow::referenceAccuracy)),
  STROKES_ACCURACY(
      "strokesAccuracy",
      column -> card(column, MetricRow::strokesAccuracy),
      column ->
          cardCost(
              column,
              card -> card.strokesAccuracy() == null ? Double.NaN : -card.strokesAccuracy())),
  CALIBRATION_ERROR(
      "calibrationError",
      column -> card(column, card -> Numbers.percent(card.calibrationError(), 2)),
      column -> cardCost(column, ModelCard::calibrationError)),
  LATENCY("latency", MetricRow::latency, MetricRow::latencyCost);

  /** Shown where a value is unknown or does not exist. */
  static final String NONE = "–";

  private static final double SECONDS_SHOWN_AS_SUCH = 100;

  private final String key;
  private final Function<ModelColumnViewModel, String> text;
  private final ToDoubleFunction<ModelColumnViewModel> cost;

  /** A row in which no value is better than another. */
  MetricRow(String key, Function<ModelColumnViewModel, String> text) {
    this(key, text, column -> Double.NaN);
  }

  /**
   * @param key last part of the keys of title and tooltip
   * @param text text of a model's cell
   * @param cost number by which models compare, the lower the better; NaN if unknown
   */
  MetricRow(
      String key,
      Function<ModelColumnViewModel, String> text,
      ToDoubleFunction<ModelColumnViewModel> cost) {
    this.key = key;
    this.text = text;
    this.cost = cost;
  }

  String title() {
    return Messages.get("ui.compare.metric." + key);
  }

  String tooltip() {
    return Messages.get("ui.compare.metric." + key + ".tooltip", LatencyMeter.WINDOW);
  }

  /** Returns the text of a model's cell. */
  String text(ModelColumnViewModel column) {
    return text.apply(column);
  }

  /** Returns the columns with the best value; none if fewer than two values are known. */
  List<ModelColumnViewModel> best(List<ModelColumnViewModel> columns) {
    List<ModelColumnViewModel> known =
        columns.stream().filter(column -> !Double.isNaN(cost.applyAsDouble(column))).toList();
    OptionalDouble lowest = known.stream().mapToDouble(cost).min();
    return known.size() < 2
        ? List.of()
        : known.stream()
            .filter(column -> cost.applyAsDouble(column) == lowest.orElseThrow())
            .toList();
  }

  private static String loaded(ModelColumnViewModel column, Function<LibraryModel, String> text) {
    LibraryModel model = column.modelProperty().get();
    return model == null ? NONE : text.apply(model);
  }

  private static String architecture(
      ModelColumnViewModel column, Function<Architecture, String> text) {
    return loaded(column, model -> text.apply(model.model().architecture()));
  }

  private static String card(ModelColumnViewModel column, Function<ModelCard, String> text) {
    return loaded(column, model -> text.apply(model.model().card()));
  }

  private static double cost(ModelColumnViewModel column, ToDoubleFunction<LibraryModel> cost) {
    LibraryModel model = column.modelProperty().get();
    return model == null ? Double.NaN : cost.applyAsDouble(model);
  }

  private static double cardCost(ModelColumnViewModel column, ToDoubleFunction<ModelCard> cost) {
    return cost(column, model -> cost.applyAsDouble(model.model().card()));
  }

  private static String layers(Architecture network) {
    String titles =
        network.layers().stream()
            .map(LayerSpec::title)
            .map(title -> title.split(",")[0])
            .collect(Collectors.joining(", "));
    return Messages.get(
        "ui.compare.metric.layers.value", network.layers().size(), Messages.part(titles));
  }

  private static long kilobytes(LibraryModel model) {
    return Math.round(model.size() / 1e3);
  }

  private static String trainingTime(ModelCard card) {
    double seconds = card.seconds();
    return seconds < SECONDS_SHOWN_AS_SUCH
        ? Messages.plural(
            "ui.compare.metric.trainingTime.seconds", card.epochs(), Numbers.decimal(seconds, 1))
        : Messages.plural(
            "ui.compare.metric.trainingTime.minutes", card.epochs(), minutes((int) seconds));
  }

  private static String minutes(int seconds) {
    return Messages.get("ui.compare.metric.trainingTime.clock", seconds / 60, seconds % 60);
  }

  /** Marks accuracies measured on built-in digits, which are not comparable. */
  private static String accuracy(ModelCard card) {
    boolean builtin =
        card.dataSha256().keySet().stream().anyMatch(name -> name.startsWith("builtin"));
    String percent = Numbers.percent(card.valAccuracy(), 2);
    return builtin ? Messages.get("ui.compare.metric.testAccuracy.builtin", percent) : percent;
  }

  private static String referenceAccuracy(Architecture network) {
    OptionalDouble accuracy = ReferenceResults.testAccuracy(network.name());
    return accuracy.isPresent() ? Numbers.percent(accuracy.getAsDouble(), 2) : NONE;
  }

  private static String strokesAccuracy(ModelCard card) {
    return card.strokesAccuracy() == null
        ? Messages.get("ui.compare.metric.strokesAccuracy.unknown")
        : Messages.get(
            "ui.compare.metric.strokesAccuracy.value",
            Numbers.percent(card.strokesAccuracy(), 2),
            card.strokes());
  }

  private static String latency(ModelColumnViewModel column) {
    double micros = column.latencyProperty().get();
    return micros == 0
        ? Messages.get("ui.compare.metric.latency.unknown")
        : ModelColumn.micros(micros);
  }

  private static double latencyCost(ModelColumnViewModel column) {
    double micros = column.latencyProperty().get();
    return micros == 0 || column.modelProperty().get() == null ? Double.NaN : micros;
  }
}
