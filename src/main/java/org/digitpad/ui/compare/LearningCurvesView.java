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
import org.digitpad.i18n.Messages;
import org.digitpad.nn.model.EpochMetrics;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.chart.ChartPair;
import org.digitpad.ui.chart.Curve;

/** The learning curves of all models, from their cards: training solid, validation dashed. */
final class LearningCurvesView extends VBox {
  private final CompareViewModel model;
  private final ChartPair charts = new ChartPair();
  private final FlowPane legend = new FlowPane(16, 4);
  private final CheckBox logScale = new CheckBox(Messages.get("ui.compare.curves.logScale"));

  LearningCurvesView(CompareViewModel model) {
    super(8);
    this.model = model;
    logScale.setId("compare-log-scale");
    logScale.setMinWidth(USE_PREF_SIZE);
    logScale.selectedProperty().addListener(change -> update());
    legend.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(legend, Priority.ALWAYS);
    HBox top = new HBox(16, legend, logScale);
    top.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(charts, Priority.ALWAYS);
    getChildren().addAll(top, charts);
    model.columns().addListener((ListChangeListener<ModelColumnViewModel>) change -> update());
    update();
  }

  private void update() {
    List<Curve> curves = new ArrayList<>();
    legend.getChildren().clear();
    int epochs = 1;
    for (ModelColumnViewModel column : model.columns()) {
      LibraryModel loaded = column.modelProperty().get();
      if (loaded != null) {
        List<EpochMetrics> history = loaded.model().card().history();
        curves.add(
            Curve.training(
                Messages.get("ui.compare.curves.trainingOf", column.title()),
                column.style() + " curve-training",
                history));
        curves.add(
            Curve.validation(
                Messages.get("ui.compare.curves.validationOf", column.title()),
                column.style() + " curve-validation",
                history));
        epochs = Math.max(epochs, history.size());
        addLegendEntry(column.title(), column.style(), "curve-training");
      }
    }
    addLegendEntry(Messages.get("ui.compare.curves.training"), "curve-neutral", "curve-training");
    addLegendEntry(
        Messages.get("ui.compare.curves.validation"), "curve-neutral", "curve-validation");
    charts.show(curves, epochs, logScale.isSelected());
  }

  private void addLegendEntry(String text, String colorStyle, String dashStyle) {
    Line line = new Line(0, 0, 24, 0);
    line.getStyleClass().add("curve");
    HBox entry = new HBox(8, line, new Label(text));
    entry.setAlignment(Pos.CENTER_LEFT);
    entry.getStyleClass().addAll(colorStyle, dashStyle);
    legend.getChildren().add(entry);
  }
}
