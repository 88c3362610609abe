package org.digitpad.ui.train.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.chart.Curve;
import org.digitpad.ui.common.LazyTooltips;

/** The names of the curves, each with its line; rebuilt only on changes. */
final class CurveLegend extends FlowPane {
  private List<String> names = List.of();

  CurveLegend() {
    super(16, 4);
    setAlignment(Pos.CENTER_LEFT);
  }

  void show(List<Curve> curves) {
    List<String> wanted = curves.stream().map(curve -> curve.style() + curve.name()).toList();
    if (!wanted.equals(names)) {
      names = wanted;
      List<HBox> entries = new ArrayList<>(curves.stream().map(CurveLegend::legendEntry).toList());
      // the curves in front, which are those of the current run, come first
      Collections.reverse(entries);
      getChildren().setAll(entries);
    }
  }

  private static HBox legendEntry(Curve curve) {
    Line line = new Line(0, 0, 24, 0);
    line.getStyleClass().add("curve");
    Label name = new Label(curve.name());
    LazyTooltips.install(name, tip(curve));
    HBox entry = new HBox(8, line, name);
    entry.setAlignment(Pos.CENTER_LEFT);
    entry.getStyleClass().addAll(curve.style().split(" "));
    return entry;
  }

  private static String tip(Curve curve) {
    String style = curve.style();
    return switch (style.substring(style.lastIndexOf(' ') + 1)) {
      case "curve-batches" -> Messages.get("ui.train.run.curve.batchesTip");
      case "curve-training" -> Messages.get("ui.train.run.curve.trainingTip");
      case "curve-validation" -> Messages.get("ui.train.run.curve.validationTip");
      case "curve-reference" -> Messages.get("ui.train.run.curve.referenceTip");
      default -> Messages.get("ui.train.run.curve.earlierTip");
    };
  }
}
