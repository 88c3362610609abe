package org.digitpad.ui.train;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.chart.ConfusionMatrixView;
import org.digitpad.ui.common.DigitPicture;
import org.digitpad.ui.common.Forms;

/** Which digits were taken for which, and the pictures of those chosen. */
final class MisclassifiedView extends HBox {
  private static final int ENLARGED = 2;

  private final MisclassifiedViewModel model;
  private final ConfusionMatrixView grid;
  private final Label sentence = Forms.sentence("mistakes-sentence");
  private final FlowPane pictures = new FlowPane(4, 4);

  MisclassifiedView(MisclassifiedViewModel model) {
    super(24);
    this.model = model;
    Label rows = new Label("Down: what it is. Across: what it was read as.");
    rows.getStyleClass().add("muted");
    rows.setWrapText(true);
    grid = new ConfusionMatrixView(model::choose);
    grid.setId("confusion");
    VBox left = new VBox(8, grid);
    VBox right = new VBox(8, rows, sentence, pictures);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(left, right);
    model.evaluationProperty().addListener((property, before, now) -> showGrid());
    visibleProperty().addListener((property, before, now) -> showGrid());
    showGrid();
    model.selectionProperty().addListener((property, before, now) -> show(now));
    show(model.selectionProperty().get());
  }

  /** Spends no time on a hundred cells that are folded away. */
  private void showGrid() {
    if (isVisible()) {
      Evaluation evaluation = model.evaluationProperty().get();
      grid.showCounts(evaluation == null ? List.of() : evaluation.confusion());
    }
  }

  private void show(MisclassifiedViewModel.Selection selection) {
    grid.select(selection.label(), selection.read());
    sentence.setText(selection.sentence());
    pictures
        .getChildren()
        .setAll(selection.pictures().stream().map(MisclassifiedView::picture).toList());
  }

  private static ImageView picture(DigitImage image) {
    return new ImageView(DigitPicture.of(image, ENLARGED));
  }
}
