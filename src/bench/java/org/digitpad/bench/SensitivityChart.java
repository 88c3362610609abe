package org.digitpad.bench;

import org.digitpad.evaluate.Perturbation;
import org.digitpad.evaluate.Sensitivity;


import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Draws one small chart per perturbation, all on one scale, as a picture for the documentation. */
final class SensitivityChart {
  private static final int COLUMNS = 3;
  private static final double CHART_WIDTH = 330;
  private static final double CHART_HEIGHT = 225;
  private static final int PIXELS_PER_POINT = 2;
  private static final double TICK = 10;
  private static final double LABEL_DISTANCE = 14;

  /** Color of a flat line: blue of Okabe and Ito, whose colors color-blind people can tell apart. */
  private static final String FLAT = "#0072B2";

  /** Color of a line that is not flat: vermilion of Okabe and Ito. */
  private static final String STEEP = "#D55E00";

  /** Largest range of accuracies, 0 to 1, of a flat line. */
  private static final double FLAT_RANGE = 0.01;

  /** A line that falls by more than this beside a point would cross a label below the point. */
  private static final double STEEP_FALL = 0.04;

  private static final String STYLE =
      """
      data:text/css,
      .root { -fx-background-color: white; -fx-font-family: "DejaVu Sans", sans-serif; -fx-font-size: 12px; }
      .chart, .chart-plot-background { -fx-background-color: white; -fx-padding: 0; }
      .chart-horizontal-grid-lines { -fx-stroke: %23e6e6e6; }
      .axis { -fx-tick-label-fill: %23555555; -fx-border-color: transparent; }
      .axis-tick-mark, .axis-minor-tick-mark { -fx-stroke: transparent; }
      .title { -fx-font-size: 18px; -fx-font-weight: bold; -fx-text-fill: %23222222; }
      .name { -fx-font-weight: bold; -fx-text-fill: %23222222; }
      .note { -fx-text-fill: %23555555; }
      .value { -fx-font-size: 11px; }
      """;

  private final List<Sensitivity> report;
  private final double lowest;

  private SensitivityChart(List<Sensitivity> report) {
    this.report = report;
    double worst = 100 * report.stream().mapToDouble(Sensitivity::worst).min().orElseThrow();
    this.lowest = TICK * Math.floor(worst / TICK);
  }

  /**
   * Draws the report into a PNG file.
   *
   * @param drawings number of drawings
   */
  static void write(List<Sensitivity> report, int drawings, Path file)
      throws IOException, InterruptedException {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    CompletableFuture<WritableImage> picture = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            picture.complete(new SensitivityChart(report).picture(drawings));
          } catch (RuntimeException failure) {
            picture.completeExceptionally(failure);
          }
        });
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(SwingFXUtils.fromFXImage(picture.join(), null), "png", file.toFile());
  }

  private WritableImage picture(int drawings) {
    GridPane grid = new GridPane(24, 20);
    for (int i = 0; i < report.size(); i++) {
      grid.add(panel(report.get(i)), i % COLUMNS, i / COLUMNS);
    }
    grid.add(legend(), report.size() % COLUMNS, report.size() / COLUMNS, 2, 1);
    Label title =
        label(
            String.format(Locale.ROOT, "Accuracy on %,d drawings, in percent", drawings),
            "title");
    VBox root = new VBox(16, title, grid);
    root.setPadding(new Insets(24));
    Scene scene = new Scene(root);
    scene.getStylesheets().add(STYLE.replace("\n", " "));
    root.applyCss();
    root.layout();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(PIXELS_PER_POINT, PIXELS_PER_POINT));
    return root.snapshot(parameters, null);
  }

  private Region panel(Sensitivity sensitivity) {
    Perturbation perturbation = sensitivity.perturbation();
    String color = color(sensitivity);
    NumberAxis accuracy = new NumberAxis(lowest, 100, TICK);
    accuracy.setMinorTickVisible(false);
    CategoryAxis amounts = new CategoryAxis();
    LineChart<String, Number> chart = new LineChart<>(amounts, accuracy);
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.setVerticalGridLinesVisible(false);
    chart.setAlternativeRowFillVisible(false);
    chart.setPrefSize(CHART_WIDTH, CHART_HEIGHT);
    chart.setMinSize(CHART_WIDTH, CHART_HEIGHT);
    XYChart.Series<String, Number> series = new XYChart.Series<>();
    for (int i = 0; i < perturbation.amounts().size(); i++) {
      double percent = 100 * sensitivity.accuracies().get(i);
      XYChart.Data<String, Number> point =
          new XYChart.Data<>(perturbation.format(perturbation.amounts().get(i)), percent);
      point.setNode(marker(percent, color, fallsAt(sensitivity.accuracies(), i)));
      series.getData().add(point);
    }
    chart.getData().add(series);
    series.getNode().setStyle("-fx-stroke-width: 2; -fx-stroke: " + color + ";");
    return new VBox(2, label(perturbation.title(), "name"), chart);
  }

  /** Whether the line falls so steeply beside a point that it would cross a label below the point. */
  private static boolean fallsAt(List<Double> accuracies, int i) {
    double neighbours =
        Math.min(
            accuracies.get(Math.max(0, i - 1)),
            accuracies.get(Math.min(accuracies.size() - 1, i + 1)));
    return accuracies.get(i) - neighbours > STEEP_FALL;
  }

  /** A dot with its value as a label. */
  private static Region marker(double percent, String color, boolean above) {
    Label value = label(String.format(Locale.ROOT, "%.1f", percent), "value");
    value.setStyle("-fx-text-fill: " + color + ";");
    value.setMinWidth(Region.USE_PREF_SIZE);
    value.setTranslateY(above ? -LABEL_DISTANCE : LABEL_DISTANCE);
    Circle dot = new Circle(3);
    dot.setStyle("-fx-fill: " + color + ";");
    StackPane marker = new StackPane(value, dot);
    marker.setStyle("-fx-background-color: transparent;");
    return marker;
  }

  private static Region legend() {
    Label flat = label("Blue: flat, all within one percentage point", "name");
    flat.setStyle("-fx-text-fill: " + FLAT + ";");
    Label steep = label("Vermilion: more than one percentage point from best to worst", "name");
    steep.setStyle("-fx-text-fill: " + STEEP + ";");
    Label note =
        label(
            "The drawings are rounded to whole pixels, as a mouse on a canvas of 280 × 280 pixels"
                + " delivers them.",
            "note");
    note.setWrapText(true);
    VBox legend = new VBox(8, flat, steep, note);
    legend.setPadding(new Insets(24, 0, 0, 40));
    legend.setMaxWidth(2 * CHART_WIDTH - 80);
    return legend;
  }

  private static String color(Sensitivity sensitivity) {
    return sensitivity.range() <= FLAT_RANGE ? FLAT : STEEP;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
