package org.digitpad.ui.train.run;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.evaluate.Evaluation;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.chart.ConfusionMatrixView;
import org.digitpad.ui.common.DigitImagePainter;
import org.digitpad.ui.common.FormControls;

/** The confusion matrix, and the images of the selected cell. */
public final class MisclassifiedView extends HBox {
  private static final int SCALE = 2;

  private final MisclassifiedViewModel model;
  private final ConfusionMatrixView matrix;
  private final Label description = FormControls.wrappingLabel("misclassified-description");
  private final FlowPane images = new FlowPane(4, 4);

  public MisclassifiedView(MisclassifiedViewModel model) {
    super(24);
    this.model = model;
    Label axes = new Label(Messages.get("ui.train.run.confusionAxes"));
    axes.getStyleClass().add("muted");
    axes.setWrapText(true);
    matrix = new ConfusionMatrixView(model::select);
    matrix.setId("confusion");
    VBox left = new VBox(8, matrix);
    VBox right = new VBox(8, axes, description, images);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(left, right);
    model.evaluationProperty().addListener((property, before, now) -> showMatrix());
    visibleProperty().addListener((property, before, now) -> showMatrix());
    showMatrix();
    model.selectionProperty().addListener((property, before, now) -> show(now));
    show(model.selectionProperty().get());
  }

  /** Updates the cells only while they are visible. */
  private void showMatrix() {
    if (isVisible()) {
      Evaluation evaluation = model.evaluationProperty().get();
      matrix.showCounts(evaluation == null ? List.of() : evaluation.confusion());
    }
  }

  private void show(MisclassifiedViewModel.Selection selection) {
    matrix.select(selection.label(), selection.prediction());
    description.setText(selection.description());
    images.getChildren().setAll(selection.images().stream().map(MisclassifiedView::view).toList());
  }

  private static ImageView view(DigitImage image) {
    return new ImageView(DigitImagePainter.of(image, SCALE));
  }
}
