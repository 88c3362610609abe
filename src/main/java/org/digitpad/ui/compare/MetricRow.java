package org.digitpad.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of models.
 *
 * @param name what is told
 * @param tip the same, in full
 * @param text what stands in a model's cell
 * @param value what to find the best by, less being better; null where nothing is better
 */
record MetricRow(
    String name,
    String tip,
    Function<ModelColumnViewModel, String> text,
    @Nullable ToDoubleFunction<ModelColumnViewModel> value) {
  private static final String NONE = "–";

  /** Validation accuracy of the reference's networks, in percent, as its notebooks printed it. */
  private static final Map<String, Double> REFERENCE =
      Map.of("mlp", 93.68, "lstm", 98.39, "conv-gru", 98.72);

  static List<MetricRow> all() {
    return List.of(
        new MetricRow("Layers", "From the image to the ten probabilities", MetricRow::layers, null),
        of(
            "Parameters",
            "Numbers that the training finds",
            "%,d",
            model -> (long) model.model().architecture().parameterCount()),
        of(
            "File size",
            "Thousands of bytes of the model's file",
            "%,d kB",
            model -> Math.round(model.size() / 1e3)),
        card(
            "Training time",
            "Seconds on the computer that trained it, without the validation",
            MetricRow::duration,
            ModelCard::seconds),
        card(
            "Test accuracy",
            "Validation images read right after the last epoch, from the model's card",
            MetricRow::accuracy,
            card -> -card.valAccuracy()),
        new MetricRow(
            "… of the reference",
            "The same network as the reference trained it",
            MetricRow::reference,
            null),
        card(
            "Pen drawings",
            "Share of labelled pen drawings read right, from the model's card",
            MetricRow::strokes,
            card -> card.strokesAccuracy() == null ? Double.NaN : -card.strokesAccuracy()),
        card(
            "Calibration error",
            "How far its confidence is from its accuracy on average, in 15 bins",
            card -> String.format(Locale.ROOT, "%.2f%%", 100 * card.calibrationError()),
            ModelCard::calibrationError),
        new MetricRow(
            "One reading, here",
            "From strokes to probabilities on this computer: the median of the last "
                + LatencyMeter.READINGS
                + " readings",
            MetricRow::latency,
            MetricRow::micros));
  }

  /** The columns that have the best value, to be set off; none where nothing is better. */
  List<ModelColumnViewModel> best(List<ModelColumnViewModel> columns) {
    ToDoubleFunction<ModelColumnViewModel> by = value;
    List<ModelColumnViewModel> known =
        by == null
            ? List.of()
            : columns.stream()
                .filter(column -> column.modelProperty().get() != null)
                .filter(column -> !Double.isNaN(by.applyAsDouble(column)))
                .toList();
    if (by == null || known.size() < 2) {
      return List.of();
    }
    OptionalDouble least = known.stream().mapToDouble(by).min();
    return known.stream()
        .filter(column -> by.applyAsDouble(column) == least.orElseThrow())
        .toList();
  }

  private static MetricRow of(
      String name, String tip, String format, Function<LibraryModel, Long> number) {
    return new MetricRow(
        name,
        tip,
        column -> {
          LibraryModel model = column.modelProperty().get();
          return model == null ? NONE : String.format(Locale.ROOT, format, number.apply(model));
        },
        column -> {
          LibraryModel model = column.modelProperty().get();
          return model == null ? Double.NaN : number.apply(model);
        });
  }

  private static MetricRow card(
      String name,
      String tip,
      Function<ModelCard, String> text,
      ToDoubleFunction<ModelCard> value) {
    return new MetricRow(
        name,
        tip,
        column -> {
          LibraryModel model = column.modelProperty().get();
          return model == null ? NONE : text.apply(model.model().card());
        },
        column -> {
          LibraryModel model = column.modelProperty().get();
          return model == null ? Double.NaN : value.applyAsDouble(model.model().card());
        });
  }

  private static String layers(ModelColumnViewModel column) {
    LibraryModel model = column.modelProperty().get();
    if (model == null) {
      return NONE;
    }
    List<LayerSpec> layers = model.model().architecture().layers();
    return layers.size()
        + ": "
        + layers.stream()
            .map(layer -> layer.title().split(",")[0])
            .collect(Collectors.joining(", "));
  }

  private static String duration(ModelCard card) {
    double seconds = card.seconds();
    String epochs = card.epochs() + (card.epochs() == 1 ? " epoch" : " epochs");
    return seconds < 100
        ? String.format(Locale.ROOT, "%.1f s, %s", seconds, epochs)
        : String.format(
            Locale.ROOT, "%d:%02d min, %s", (int) seconds / 60, (int) seconds % 60, epochs);
  }

  /** Names what it was measured on where that is not MNIST: the figures mean another thing then. */
  private static String accuracy(ModelCard card) {
    boolean builtin =
        card.dataSha256().keySet().stream().anyMatch(key -> key.startsWith("builtin"));
    return String.format(Locale.ROOT, "%.2f%%", 100 * card.valAccuracy())
        + (builtin ? " of built-in digits" : "");
  }

  private static String reference(ModelColumnViewModel column) {
    LibraryModel model = column.modelProperty().get();
    Double percent = model == null ? null : REFERENCE.get(model.model().architecture().name());
    return percent == null ? NONE : String.format(Locale.ROOT, "%.2f%%", percent);
  }

  private static String strokes(ModelCard card) {
    return card.strokesAccuracy() == null
        ? "not measured"
        : String.format(Locale.ROOT, "%.2f%% of %,d", 100 * card.strokesAccuracy(), card.strokes());
  }

  private static String latency(ModelColumnViewModel column) {
    double micros = column.latencyProperty().get();
    return micros == 0 ? "draw to measure" : String.format(Locale.ROOT, "%,.0f µs", micros);
  }

  private static double micros(ModelColumnViewModel column) {
    double micros = column.latencyProperty().get();
    return micros == 0 ? Double.NaN : micros;
  }
}
