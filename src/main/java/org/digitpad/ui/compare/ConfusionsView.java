package org.digitpad.ui.compare;

import java.util.List;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.ui.chart.ConfusionMatrixView;
import org.digitpad.ui.common.Forms;
import org.digitpad.ui.common.SegmentedPane;
import org.digitpad.ui.common.SegmentedPane.Segment;

/** A confusion matrix of each model, or one of what two of them differ in. */
final class ConfusionsView extends VBox {
  private static final double WORDS_WIDTH = 320;

  private final ConfusionsViewModel model;
  private final FlowPane each = new FlowPane(24, 16);
  private final HBox difference = new HBox(24);
  private final ConfusionMatrixView differences;
  private final ComboBox<ModelColumnViewModel> one;
  private final ComboBox<ModelColumnViewModel> other;
  private final Label sentence = Forms.wrappingLabel("confusion-sentence");

  ConfusionsView(ConfusionsViewModel model) {
    super(12);
    this.model = model;
    setId("confusions");
    getStyleClass().add("confusions");
    one = Forms.comboBox("difference-one", "First model", ModelColumnViewModel::name);
    other = Forms.comboBox("difference-other", "Second model", ModelColumnViewModel::name);
    differences = new ConfusionMatrixView(model::choose);
    differences.setId("difference");
    HBox pair = new HBox(8, one, new Label("minus"), other);
    pair.setAlignment(Pos.CENTER_LEFT);
    Label meaning = Forms.wrappingLabel("difference-meaning");
    meaning.setText(
        "Blue, +: the first has more of these.\nOrange, −: the second has more.\n"
            + "More is better on the diagonal and worse beside it.");
    meaning.getStyleClass().add("muted");
    VBox words = new VBox(12, pair, meaning);
    words.setMinWidth(WORDS_WIDTH);
    difference.getChildren().addAll(differences, words);
    SegmentedPane segments =
        new SegmentedPane(
            List.of(
                new Segment("Each", "confusion-each", each),
                new Segment("Difference", "confusion-difference", difference)));
    segments.select(0);
    // one of them always shows
    segments.getChildren().forEach(pill -> keepOn((ToggleButton) pill));
    HBox top = new HBox(16, segments, sentence);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, new TestImagesStatus(model.readings()), each, difference);
    Stream.of(model.oneProperty(), model.otherProperty(), model.cellProperty())
        .forEach(property -> property.addListener(change -> show()));
    model.readings().snapshotProperty().addListener(change -> build());
    one.setOnAction(event -> chosen(one));
    other.setOnAction(event -> chosen(other));
    build();
  }

  private static void keepOn(ToggleButton button) {
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          if (!button.isSelected()) {
            button.setSelected(true);
          }
        });
  }

  private void chosen(ComboBox<ModelColumnViewModel> list) {
    if (list.getValue() != null) {
      (list == one ? model.oneProperty() : model.otherProperty()).set(list.getValue());
    }
  }

  private void build() {
    List<ModelColumnViewModel> columns = model.readings().snapshotProperty().get().columns();
    each.getChildren().setAll(columns.stream().map(this::matrix).toList());
    one.getItems().setAll(columns);
    other.getItems().setAll(columns);
    show();
  }

  private Node matrix(ModelColumnViewModel column) {
    Region colour = new Region();
    colour.getStyleClass().add("model-colour");
    Label name = new Label(column.name(), colour);
    name.getStyleClass().addAll("column-name", column.style());
    ConfusionMatrixView grid = new ConfusionMatrixView(model::choose);
    grid.showCounts(model.confusion(column));
    return new VBox(8, name, grid);
  }

  private void show() {
    ConfusionsViewModel.Cell cell = model.cellProperty().get();
    for (Node matrix : each.getChildren()) {
      ((ConfusionMatrixView) ((VBox) matrix).getChildren().get(1)).mark(cell.label(), cell.read());
    }
    sentence.setText(model.sentence());
    ModelColumnViewModel first = model.oneProperty().get();
    ModelColumnViewModel second = model.otherProperty().get();
    one.setValue(first);
    other.setValue(second);
    boolean two = first != null && second != null;
    Forms.setVisible(differences, two);
    if (two) {
      differences.showDifference(model.confusion(first), model.confusion(second));
      differences.mark(cell.label(), cell.read());
    }
  }
}
