package org.digitpad.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  private CompareFixture bench;

  @BeforeEach
  void open() {
    bench =
        new CompareFixture(
            List.of(model("plain", Models.card()), model("measured", measured())),
            () -> CompareFixture.FOUND);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void figuresAreThoseOfTheCards() {
    bench.enterAndRead();
    assertThat(text("Layers", "plain"))
        .isEqualTo("6: Conv1D 3, Conv1D 3, MaxPool1D 2, GRU 64, GRU 16, Dense 10");
    assertThat(text("Parameters", "plain")).isEqualTo("28,506");
    assertThat(text("File size", "plain")).isEqualTo("116 kB");
    assertThat(text("Training time", "plain")).isEqualTo("12.5 s, 2 epochs");
    assertThat(text("Test accuracy", "plain")).isEqualTo("96.88%");
    assertThat(text("… of the reference", "plain")).isEqualTo("98.72%");
    assertThat(text("Pen drawings", "plain")).isEqualTo("not measured");
    assertThat(text("Pen drawings", "measured")).isEqualTo("96.00% of 100");
    assertThat(text("Calibration error", "plain")).isEqualTo("1.56%");
    assertThat(text("One reading, here", "plain")).isEqualTo("draw to measure");
    bench.draw();
    bench.until(() -> bench.column("plain").latencyProperty().get() > 0);
    assertThat(text("One reading, here", "plain")).matches("[\\d,]+ µs");
  }

  @Test
  void saysWhereAnAccuracyIsThatOfBuiltinDigits() {
    bench.enterAndRead();
    assertThat(text("Test accuracy", "measured")).isEqualTo("96.88% of built-in digits");
  }

  @Test
  void thereIsNothingToTellBeforeTheModelIsLoaded() {
    bench.model.enter();
    assertThat(figure("Parameters").text().apply(bench.column("plain"))).isEqualTo("–");
    assertThat(figure("Parameters").best(bench.model.columns())).isEmpty();
  }

  @Test
  void theBestOfARowIsKnownOnlyAmongTwo() {
    bench.enterAndRead();
    assertThat(figure("Pen drawings").best(bench.model.columns())).isEmpty();
    assertThat(figure("Training time").best(bench.model.columns()))
        .extracting(ModelColumnViewModel::name)
        .containsExactly("measured");
    assertThat(figure("Test accuracy").best(bench.model.columns())).hasSize(2);
  }

  private String text(String figure, String column) {
    return figure(figure).text().apply(bench.column(column));
  }

  private static MetricRow figure(String name) {
    return MetricRow.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private LibraryModel model(String title, ModelCard card) {
    Model zeros = Models.always(3, 2);
    Model model = new Model(zeros.architecture(), zeros.parameters(), card);
    return CompareFixture.written(folder, title, model);
  }

  /** Trained faster, on built-in digits, and measured on pen drawings. */
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
        card.command(),
        Map.of("builtin-v2-train", "00"));
  }
}
