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

/** The table: a column a model, a row a figure, the best of a row set off. */
final class MetricsTable extends GridPane {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final double NAMES_WIDTH = 144;

  private final CompareViewModel model;
  private final List<MetricRow> figures = MetricRow.all();
  private final List<List<Label>> cells = new ArrayList<>();
  private final Set<ModelColumnViewModel> timed = new HashSet<>();

  MetricsTable(CompareViewModel model) {
    this.model = model;
    setId("metrics");
    getStyleClass().add("metrics");
    setHgap(24);
    model.columns().addListener((ListChangeListener<ModelColumnViewModel>) change -> build());
    visibleProperty().addListener(change -> fill());
    build();
  }

  private void build() {
    getChildren().clear();
    cells.clear();
    getColumnConstraints().setAll(new ColumnConstraints(NAMES_WIDTH));
    List<ModelColumnViewModel> columns = model.columns();
    timed.retainAll(columns);
    for (int i = 0; i < columns.size(); i++) {
      ModelColumnViewModel column = columns.get(i);
      ColumnConstraints wide = new ColumnConstraints();
      wide.setPercentWidth(-1);
      wide.setHgrow(Priority.ALWAYS);
      wide.setHalignment(HPos.LEFT);
      wide.setPrefWidth(100);
      getColumnConstraints().add(wide);
      add(head(column), i + 1, 0);
      if (timed.add(column)) {
        column.latencyProperty().addListener(change -> fill());
      }
    }
    for (int row = 0; row < figures.size(); row++) {
      Label name = new Label(figures.get(row).name());
      name.getStyleClass().add("muted");
      LazyTooltips.install(name, figures.get(row).tip());
      add(name, 0, row + 1);
      List<Label> line = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Label cell = new Label();
        cell.getStyleClass().add("metric");
        cell.setWrapText(true);
        cell.setMinHeight(Region.USE_PREF_SIZE);
        line.add(cell);
        add(cell, i + 1, row + 1);
      }
      cells.add(line);
    }
    fill();
  }

  private static Label head(ModelColumnViewModel column) {
    Region colour = new Region();
    colour.getStyleClass().add("model-colour");
    Label name = new Label(column.name(), colour);
    name.getStyleClass().addAll("column-name", column.style());
    return name;
  }

  private void fill() {
    List<ModelColumnViewModel> columns = model.columns();
    if (!isVisible()) {
      return;
    }
    for (int row = 0; row < cells.size(); row++) {
      MetricRow figure = figures.get(row);
      List<ModelColumnViewModel> best = figure.best(columns);
      for (int i = 0; i < Math.min(columns.size(), cells.get(row).size()); i++) {
        Label cell = cells.get(row).get(i);
        cell.setText(figure.text().apply(columns.get(i)));
        cell.pseudoClassStateChanged(BEST, best.contains(columns.get(i)));
      }
    }
  }
}
