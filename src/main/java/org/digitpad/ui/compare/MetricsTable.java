package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.digitpad.ui.common.LazyTooltips;

/** A table with a column per model and a row per metric, in which the best values stand out. */
final class MetricsTable extends GridPane {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final double LABELS_WIDTH = 208;

  private final CompareViewModel model;
  private final List<MetricRow> rows = List.of(MetricRow.values());
  private final List<List<Label>> cells = new ArrayList<>();
  private final Set<ModelColumnViewModel> observed = new HashSet<>();

  MetricsTable(CompareViewModel model) {
    this.model = model;
    setId("metrics");
    getStyleClass().add("metrics");
    setHgap(24);
    model.columns().addListener((ListChangeListener<ModelColumnViewModel>) change -> rebuild());
    visibleProperty().addListener(change -> update());
    rebuild();
  }

  private void rebuild() {
    getChildren().clear();
    cells.clear();
    getColumnConstraints().setAll(new ColumnConstraints(LABELS_WIDTH));
    List<ModelColumnViewModel> columns = model.columns();
    observed.retainAll(columns);
    for (int i = 0; i < columns.size(); i++) {
      ModelColumnViewModel column = columns.get(i);
      getColumnConstraints().add(columnConstraints());
      add(ModelColumn.coloredTitle(column), i + 1, 0);
      if (observed.add(column)) {
        column.latencyProperty().addListener(change -> update());
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      Label name = new Label(rows.get(row).title());
      name.getStyleClass().add("muted");
      LazyTooltips.install(name, rows.get(row).tooltip());
      add(name, 0, row + 1);
      List<Label> line = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Label cell = cell();
        line.add(cell);
        add(cell, i + 1, row + 1);
      }
      cells.add(line);
    }
    update();
  }

  private static ColumnConstraints columnConstraints() {
    ColumnConstraints constraints = new ColumnConstraints();
    constraints.setPercentWidth(-1);
    constraints.setHgrow(Priority.ALWAYS);
    constraints.setHalignment(HPos.LEFT);
    constraints.setPrefWidth(100);
    return constraints;
  }

  private static Label cell() {
    Label cell = new Label();
    cell.getStyleClass().add("metric");
    cell.setWrapText(true);
    cell.setMinHeight(Region.USE_PREF_SIZE);
    return cell;
  }

  private void update() {
    List<ModelColumnViewModel> columns = model.columns();
    if (!isVisible()) {
      return;
    }
    for (int row = 0; row < cells.size(); row++) {
      MetricRow metric = rows.get(row);
      List<ModelColumnViewModel> best = metric.best(columns);
      for (int i = 0; i < Math.min(columns.size(), cells.get(row).size()); i++) {
        Label cell = cells.get(row).get(i);
        cell.setText(metric.text(columns.get(i)));
        cell.pseudoClassStateChanged(BEST, best.contains(columns.get(i)));
      }
    }
  }
}
