package org.digitpad.ui.train.run;

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
import org.digitpad.i18n.Messages;
import org.digitpad.ui.chart.ChartPair;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.SaveFileDialog;

/** The charts of loss and accuracy, with the legend above. */
public final class ChartsPane extends VBox {
  private final ChartsViewModel model;
  private final ChartPair charts = new ChartPair();
  private final FlowPane legend = new FlowPane(16, 4);
  private final Label message = new Label();
  private List<String> legendNames = List.of();

  public ChartsPane(ChartsViewModel model) {
    super(8);
    this.model = model;
    VBox.setVgrow(charts, Priority.ALWAYS);
    legend.setAlignment(Pos.CENTER_LEFT);
    message.getStyleClass().add("muted");
    HBox.setHgrow(legend, Priority.ALWAYS);
    HBox tools = new HBox(16, legend, message, logScale(), export());
    tools.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(tools, charts);
    model.curvesProperty().addListener((property, before, now) -> show());
    model.logLossProperty().addListener((property, before, now) -> show());
    show();
  }

  private CheckBox logScale() {
    CheckBox log = new CheckBox(Messages.get("ui.train.run.logScale"));
    log.setId("log-scale");
    log.setMinWidth(USE_PREF_SIZE);
    log.selectedProperty().bindBidirectional(model.logLossProperty());
    return log;
  }

  private MenuButton export() {
    MenuButton export = new MenuButton(Messages.get("ui.train.run.export"));
    export.setMinWidth(USE_PREF_SIZE);
    export
        .getItems()
        .addAll(
            item(Messages.get("ui.train.run.exportImage"), this::saveImage),
            item(Messages.get("ui.train.run.exportCsv"), this::saveCsv));
    return export;
  }

  private void show() {
    List<Curve> curves = model.curvesProperty().get();
    charts.show(curves, model.epochs(), model.logLossProperty().get());
    List<String> names = curves.stream().map(curve -> curve.style() + curve.name()).toList();
    if (!names.equals(legendNames)) {
      legendNames = names;
      List<HBox> entries = new ArrayList<>(curves.stream().map(ChartsPane::legendEntry).toList());
      // the curves in front, which are those of the current run, come first
      Collections.reverse(entries);
      legend.getChildren().setAll(entries);
    }
  }

  private static HBox legendEntry(Curve curve) {
    Line line = new Line(0, 0, 24, 0);
    line.getStyleClass().add("curve");
    Label name = new Label(curve.name());
    LazyTooltips.install(name, tip(curve));
    HBox entry = new HBox(8, line, name);
    entry.setAlignment(Pos.CENTER_LEFT);
    entry.getStyleClass().add(curve.style());
    return entry;
  }

  private static String tip(Curve curve) {
    return switch (curve.style()) {
      case "curve-batches" -> Messages.get("ui.train.run.curve.batchesTip");
      case "curve-training" -> Messages.get("ui.train.run.curve.trainingTip");
      case "curve-validation" -> Messages.get("ui.train.run.curve.validationTip");
      case "curve-reference" -> Messages.get("ui.train.run.curve.referenceTip");
      default -> Messages.get("ui.train.run.curve.earlierTip");
    };
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void saveImage() {
    var file =
        SaveFileDialog.ask(this, Messages.get("ui.train.run.saveImageTitle"), "training.png");
    if (file != null) {
      ChartExport.writeImage(this, file.toPath(), model.inputs(), message::setText);
    }
  }

  private void saveCsv() {
    var file = SaveFileDialog.ask(this, Messages.get("ui.train.run.saveCsvTitle"), "training.csv");
    if (file != null) {
      ChartExport.writeCsv(model.csv(), file.toPath(), model.inputs(), message::setText);
    }
  }
}
