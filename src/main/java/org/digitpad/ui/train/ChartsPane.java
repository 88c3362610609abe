package org.digitpad.ui.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.digitpad.ui.chart.ChartPair;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.SaveFileDialog;

/** Loss and accuracy, with the legend above. */
final class ChartsPane extends VBox {
  private final ChartsViewModel model;
  private final ChartPair charts = new ChartPair();
  private final FlowPane legend = new FlowPane(16, 4);
  private final Label message = new Label();
  private List<String> named = List.of();

  ChartsPane(ChartsViewModel model) {
    super(8);
    this.model = model;
    VBox.setVgrow(charts, Priority.ALWAYS);
    legend.setAlignment(Pos.CENTER_LEFT);
    message.getStyleClass().add("muted");
    HBox.setHgrow(legend, Priority.ALWAYS);
    CheckBox log = new CheckBox("Log scale");
    log.setId("log-scale");
    log.setMinWidth(USE_PREF_SIZE);
    log.selectedProperty().bindBidirectional(model.logLossProperty());
    MenuButton export = new MenuButton("Export");
    export.setMinWidth(USE_PREF_SIZE);
    export
        .getItems()
        .addAll(
            item("Picture (PNG)…", this::savePicture), item("Figures (CSV)…", this::saveFigures));
    HBox tools = new HBox(16, legend, message, log, export);
    tools.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(tools, charts);
    model.curvesProperty().addListener((property, before, now) -> show());
    model.epochsProperty().addListener((property, before, now) -> show());
    model.logLossProperty().addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    List<Curve> curves = model.curvesProperty().get();
    charts.show(curves, model.epochsProperty().get(), model.logLossProperty().get());
    List<String> names = curves.stream().map(curve -> curve.style() + curve.name()).toList();
    if (!names.equals(named)) {
      named = names;
      List<HBox> entries = new ArrayList<>(curves.stream().map(ChartsPane::entry).toList());
      // those drawn in front, which are one's own, come first
      Collections.reverse(entries);
      legend.getChildren().setAll(entries);
    }
  }

  private static HBox entry(Curve curve) {
    Line line = new Line(0, 0, 24, 0);
    line.getStyleClass().add("curve");
    Label name = new Label(curve.name());
    LazyTooltips.install(name, tip(curve));
    HBox entry = new HBox(8, line, name);
    entry.setAlignment(Pos.CENTER_LEFT);
    entry.getStyleClass().addAll("legend-entry", curve.style());
    return entry;
  }

  private static String tip(Curve curve) {
    return switch (curve.style()) {
      case "curve-batches" -> "The training images, batch by batch and smoothed";
      case "curve-training" -> "The training images, as each epoch read them";
      case "curve-validation" -> "Images that are never trained on, after each epoch";
      case "curve-reference" -> "The reference recipe's ten epochs on MNIST, validation images";
      default -> "An earlier run, validation images";
    };
  }

  private MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void savePicture() {
    var file = SaveFileDialog.ask(this, "Save the charts", "training.png");
    if (file != null) {
      ChartExport.picture(this, file.toPath(), message::setText);
    }
  }

  private void saveFigures() {
    var file = SaveFileDialog.ask(this, "Save the figures", "training.csv");
    if (file != null) {
      ChartExport.figures(model.csv(), file.toPath(), message::setText);
    }
  }
}
