package org.digitpad.ui.train;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.ink.DigitImage;

/** Which digits were taken for which, and the pictures of those chosen. */
final class MistakesView extends HBox {
  private static final int ENLARGED = 2;

  private final MistakesViewModel model;
  private final ConfusionGrid grid;
  private final Label sentence = Forms.sentence("mistakes-sentence");
  private final FlowPane pictures = new FlowPane(4, 4);

  MistakesView(MistakesViewModel model) {
    super(24);
    this.model = model;
    Label rows = new Label("Down: what it is. Across: what it was read as.");
    rows.getStyleClass().add("muted");
    rows.setWrapText(true);
    grid = new ConfusionGrid(model);
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
      grid.show(model.evaluationProperty().get());
    }
  }

  private void show(MistakesViewModel.Selection selection) {
    sentence.setText(selection.sentence());
    pictures
        .getChildren()
        .setAll(selection.pictures().stream().map(MistakesView::picture).toList());
  }

  /** Enlarged by hand, as not all of JavaFX's pipelines do so without blurring. */
  private static ImageView picture(DigitImage image) {
    int side = DigitImage.SIDE * ENLARGED;
    WritableImage pixels = new WritableImage(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int grey = Math.round(255 * image.at(y / ENLARGED, x / ENLARGED));
        pixels.getPixelWriter().setArgb(x, y, 0xff000000 | grey << 16 | grey << 8 | grey);
      }
    }
    return new ImageView(pixels);
  }
}
