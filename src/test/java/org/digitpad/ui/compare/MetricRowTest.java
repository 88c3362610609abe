package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.LibraryModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricRowTest {
  @TempDir private Path folder;
  private CompareFixture fixture;

  @BeforeEach
  void open() {
    fixture =
        new CompareFixture(
            List.of(model("plain", Models.card()), model("measured", measured())),
            () -> CompareFixture.TEST_IMAGES);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void metricsAreThoseOfTheCard() {
    fixture.activateAndPredict();
    assertThat(text(MetricRow.LAYERS, "plain"))
        .contains("6", "Conv1D 3, Conv1D 3, MaxPool1D 2, GRU 64, GRU 16, Dense 10");
    assertThat(text(MetricRow.PARAMETERS, "plain")).isEqualTo(Numbers.integer(28_506));
    assertThat(text(MetricRow.FILE_SIZE, "plain")).contains("116");
    assertThat(text(MetricRow.TRAINING_TIME, "plain"))
        .isEqualTo(Messages.plural("ui.compare.metric.trainingTime.seconds", 2, "12.5"));
    assertThat(text(MetricRow.TEST_ACCURACY, "plain")).isEqualTo(Numbers.percent(0.96875, 2));
    assertThat(text(MetricRow.STROKES_ACCURACY, "plain"))
        .isEqualTo(Messages.get("ui.compare.metric.strokesAccuracy.unknown"));
    assertThat(text(MetricRow.STROKES_ACCURACY, "measured")).contains("96.00%", "100");
    assertThat(text(MetricRow.CALIBRATION_ERROR, "plain")).isEqualTo("1.56%");
  }

  @Test
  void referenceAccuracyIsTheTestAccuracyThatTheReferencePublished() {
    fixture.activateAndPredict();
    assertThat(text(MetricRow.REFERENCE_ACCURACY, "plain")).isEqualTo("98.72%");
    assertThat(MetricRow.REFERENCE_ACCURACY.best(fixture.model.columns())).isEmpty();
  }

  @Test
  void latencyIsMeasuredWhileDrawing() {
    fixture.activateAndPredict();
    assertThat(text(MetricRow.LATENCY, "plain"))
        .isEqualTo(Messages.get("ui.compare.metric.latency.unknown"));
    fixture.draw();
    fixture.until(() -> fixture.column("plain").latencyProperty().get() > 0);
    assertThat(text(MetricRow.LATENCY, "plain"))
        .isEqualTo(ModelColumn.micros(fixture.column("plain").latencyProperty().get()));
  }

  @Test
  void everyMetricHasATitleAndATooltip() {
    assertThat(MetricRow.values())
        .allSatisfy(
            metric -> {
              assertThat(metric.title()).isNotBlank();
              assertThat(metric.tooltip()).isNotBlank();
            });
  }

  @Test
  void namesBuiltinDigitsWhereTheAccuracyIsTheirs() {
    fixture.activateAndPredict();
    assertThat(text(MetricRow.TEST_ACCURACY, "measured"))
        .isEqualTo(
            Messages.get("ui.compare.metric.testAccuracy.builtin", Numbers.percent(0.96875, 2)));
  }

  @Test
  void thereAreNoValuesBeforeTheModelIsLoaded() {
    fixture.model.activate();
    assertThat(text(MetricRow.PARAMETERS, "plain")).isEqualTo(MetricRow.NONE);
    assertThat(MetricRow.PARAMETERS.best(fixture.model.columns())).isEmpty();
  }

  @Test
  void bestNeedsTwoKnownValues() {
    fixture.activateAndPredict();
    assertThat(MetricRow.STROKES_ACCURACY.best(fixture.model.columns())).isEmpty();
    assertThat(MetricRow.TRAINING_TIME.best(fixture.model.columns()))
        .extracting(ModelColumnViewModel::title)
        .containsExactly("measured");
    assertThat(MetricRow.TEST_ACCURACY.best(fixture.model.columns())).hasSize(2);
  }

  private String text(MetricRow metric, String column) {
    return metric.text(fixture.column(column));
  }

  private LibraryModel model(String title, ModelCard card) {
    Model zeros = Models.always(3, 2);
    Model model = new Model(zeros.architecture(), zeros.parameters(), card);
    return CompareFixture.write(folder, title, model);
  }

  /** The card of a model trained faster, on built-in digits, and measured on pen drawings. */
  private static ModelCard measured() {
    ModelCard card = Models.card();
    return new ModelCard(
        card.recipe(),
        card.seed(),
        card.epochs(),
        card.batchSize(),
        card.learningRate(),
        card.trainedOn(),
        card.validatedOn(),
        9,
        card.history(),
        card.calibrationError(),
        0.96,
        100,
        card.latencyMicros(),
        card.kernels(),
        card.command(),
        Map.of("builtin-v2-train", "00"));
  }
}
