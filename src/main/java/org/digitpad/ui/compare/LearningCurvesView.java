package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.chart.ChartPair;
import org.digitpad.ui.chart.Curve;

/** How all models learned, from their cards: training solid, validation dashed. */
final class LearningCurvesView extends VBox {
  private final CompareViewModel model;
  private final ChartPair charts = new ChartPair();
  private final FlowPane legend = new FlowPane(16, 4);
  private final CheckBox log = new CheckBox("Log scale");

  LearningCurvesView(CompareViewModel model) {
    super(8);
    this.model = model;
    log.setMinWidth(USE_PREF_SIZE);
    log.selectedProperty().addListener(change -> show());
    legend.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(legend, Priority.ALWAYS);
    HBox top = new HBox(16, legend, log);
    top.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(charts, Priority.ALWAYS);
    getChildren().addAll(top, charts);
    model.columns().addListener((ListChangeListener<ModelColumnViewModel>) change -> show());
    show();
  }

  private void show() {
    List<Curve> curves = new ArrayList<>();
    legend.getChildren().clear();
    int epochs = 1;
    for (ModelColumnViewModel column : model.columns()) {
      LibraryModel loaded = column.modelProperty().get();
      if (loaded != null) {
        List<EpochMetrics> history = loaded.model().card().history();
        curves.add(
            Curve.training(
                column.name() + ", training", column.style() + " curve-training", history));
        curves.add(
            Curve.validation(
                column.name() + ", validation", column.style() + " curve-validation", history));
        epochs = Math.max(epochs, history.get(history.size() - 1).epoch());
        legend.getChildren().add(entry(column.name(), column.style(), "curve-training"));
      }
    }
    legend.getChildren().add(entry("training", "curve-neutral", "curve-training"));
    legend.getChildren().add(entry("validation", "curve-neutral", "curve-validation"));
    charts.show(curves, epochs, log.isSelected());
  }

  private static HBox entry(String text, String colour, String dashes) {
    Line line = new Line(0, 0, 24, 0);
    line.getStyleClass().add("curve");
    HBox entry = new HBox(8, line, new Label(text));
    entry.setAlignment(Pos.CENTER_LEFT);
    entry.getStyleClass().addAll("legend-entry", colour, dashes);
    return entry;
  }
}
