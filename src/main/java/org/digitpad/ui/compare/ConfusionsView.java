package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.chart.ConfusionMatrixView;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.SegmentedPane;
import org.digitpad.ui.common.SegmentedPane.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A confusion matrix per model, or the difference of two of them. Each has more than a hundred
 * cells, so they are created when the view is first shown, and updated only while it is.
 */
final class ConfusionsView extends VBox {
  private static final double MIN_LEGEND_WIDTH = 320;

  private final ConfusionsViewModel model;
  private final FlowPane matricesPane = new FlowPane(24, 16);
  private final List<ConfusionMatrixView> matrices = new ArrayList<>();
  private final HBox differencePane;
  private @Nullable ConfusionMatrixView difference;
  private final ComboBox<ModelColumnViewModel> minuend;
  private final ComboBox<ModelColumnViewModel> subtrahend;

  /** Whether a change of the lists is no choice of a person. */
  private boolean updating;

  private final Label selection = FormControls.wrappingLabel("confusion-sentence");

  ConfusionsView(ConfusionsViewModel model) {
    super(12);
    this.model = model;
    setId("confusions");
    getStyleClass().add("confusions");
    Label first = new Label(Messages.get("ui.compare.confusions.first"));
    Label second = new Label(Messages.get("ui.compare.confusions.second"));
    minuend = modelList("minuend", first, model::setMinuend);
    subtrahend = modelList("subtrahend", second, model::setSubtrahend);
    differencePane = new HBox(24, differenceLegend(first, second));
    SegmentedPane segments =
        new SegmentedPane(
            Messages.get("ui.compare.confusions.kinds"),
            List.of(
                new Segment(
                    Messages.get("ui.compare.confusions.each"), "confusion-each", matricesPane),
                new Segment(
                    Messages.get("ui.compare.confusions.difference"),
                    "confusion-difference",
                    differencePane)));
    HBox top = new HBox(16, segments, selection);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(top, new TestImagesStatus(model.predictions()), matricesPane, differencePane);
    model.selectedProperty().addListener((property, before, now) -> update());
    model
        .shownProperty()
        .addListener(
            (property, before, now) -> {
              if (now.columns().equals(before.columns())) {
                update();
              } else {
                rebuild();
              }
            });
    visibleProperty().addListener((property, before, now) -> rebuild());
  }

  private ComboBox<ModelColumnViewModel> modelList(
      String id, Label name, Consumer<ModelColumnViewModel> choose) {
    ComboBox<ModelColumnViewModel> list =
        FormControls.comboBox(id, name, ModelColumnViewModel::title);
    list.setOnAction(
        event -> {
          if (list.getValue() != null && !updating) {
            choose.accept(list.getValue());
          }
        });
    return list;
  }

  private VBox differenceLegend(Label first, Label second) {
    GridPane models = new GridPane();
    models.setHgap(8);
    models.setVgap(8);
    models.addRow(0, first, minuend);
    models.addRow(1, second, subtrahend);
    Label meaning = FormControls.wrappingLabel("difference-meaning");
    meaning.setText(Messages.get("ui.compare.confusions.meaning"));
    meaning.getStyleClass().add("muted");
    VBox legend = new VBox(12, models, meaning);
    legend.setMinWidth(MIN_LEGEND_WIDTH);
    return legend;
  }

  private void rebuild() {
    if (!isVisible()) {
      return;
    }
    List<ModelColumnViewModel> columns = model.shownProperty().get().columns();
    matrices.clear();
    matricesPane.getChildren().clear();
    for (ModelColumnViewModel column : columns) {
      ConfusionMatrixView matrix = new ConfusionMatrixView(model::select);
      matrix.showCounts(model.confusion(column));
      matrices.add(matrix);
      matricesPane.getChildren().add(new VBox(8, ModelColumn.coloredTitle(column), matrix));
    }
    updating = true;
    minuend.getItems().setAll(columns);
    subtrahend.getItems().setAll(columns);
    updating = false;
    update();
  }

  private void update() {
    if (!isVisible()) {
      return;
    }
    ConfusionsViewModel.Cell cell = model.selectedProperty().get();
    matrices.forEach(matrix -> matrix.select(cell.label(), cell.predicted()));
    selection.setText(model.text());
    ConfusionsViewModel.Pair pair = model.shownProperty().get().compared();
    updating = true;
    minuend.setValue(pair == null ? null : pair.minuend());
    subtrahend.setValue(pair == null ? null : pair.subtrahend());
    updating = false;
    ConfusionMatrixView matrix = difference();
    FormControls.setVisible(matrix, pair != null);
    if (pair != null) {
      matrix.showDifference(model.confusion(pair.minuend()), model.confusion(pair.subtrahend()));
      matrix.select(cell.label(), cell.predicted());
    }
  }

  private ConfusionMatrixView difference() {
    ConfusionMatrixView matrix = difference;
    if (matrix == null) {
      matrix = new ConfusionMatrixView(model::select);
      matrix.setId("difference");
      differencePane.getChildren().add(0, matrix);
      difference = matrix;
    }
    return matrix;
  }
}
