package org.digitpad.ui.train.run;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.chart.ChartPair;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.common.SaveFileDialog;

/** The charts of loss and accuracy, with the legend above. */
public final class ChartsPane extends VBox {
  private final ChartsViewModel model;
  private final ChartPair charts = new ChartPair();
  private final CurveLegend legend = new CurveLegend();
  private final Label message = new Label();

  public ChartsPane(ChartsViewModel model) {
    super(8);
    this.model = model;
    message.setMouseTransparent(true);
    // beside the titles of the charts, where it moves nothing
    StackPane framed = new StackPane(charts, message);
    StackPane.setAlignment(message, Pos.TOP_RIGHT);
    VBox.setVgrow(framed, Priority.ALWAYS);
    message.getStyleClass().add("muted");
    HBox.setHgrow(legend, Priority.ALWAYS);
    HBox tools = new HBox(16, legend, logScale(), export());
    tools.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(tools, framed);
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
    export.setId("export-charts");
    // the skin keeps the text in a label of its own
    export.setAccessibleText(export.getText());
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
    legend.show(curves);
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
      ChartPicture picture =
          new ChartPicture(
              model.title(),
              model.curvesProperty().get(),
              model.epochs(),
              model.logLossProperty().get());
      picture.layOutLike(getScene());
      ChartExport.writeImage(picture, file.toPath(), model.inputs(), message::setText);
    }
  }

  private void saveCsv() {
    var file = SaveFileDialog.ask(this, Messages.get("ui.train.run.saveCsvTitle"), "training.csv");
    if (file != null) {
      ChartExport.writeCsv(model.csv(), file.toPath(), model.inputs(), message::setText);
    }
  }
}
