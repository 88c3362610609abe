package org.digitpad.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.FormControls;

/** The progress of the predictions for the test images, the error, or which images these are. */
final class TestImagesStatus extends HBox {
  private static final double PROGRESS_WIDTH = 96;

  private final TestPredictionsViewModel predictions;
  private final Label text = FormControls.wrappingLabel("images-note");
  private final ProgressBar progress = new ProgressBar();

  TestImagesStatus(TestPredictionsViewModel predictions) {
    super(8);
    this.predictions = predictions;
    getStyleClass().add("images-note");
    setAlignment(Pos.CENTER_LEFT);
    text.getStyleClass().add("muted");
    HBox.setHgrow(text, Priority.ALWAYS);
    progress.setAccessibleText(Messages.get("ui.compare.images.progressBar"));
    progress.setPrefWidth(PROGRESS_WIDTH);
    progress.setMinWidth(PROGRESS_WIDTH);
    getChildren().addAll(progress, text);
    predictions.activityProperty().addListener(change -> update());
    predictions.errorProperty().addListener(change -> update());
    predictions.snapshotProperty().addListener(change -> update());
    update();
  }

  private void update() {
    boolean busy = !predictions.activityProperty().get().isEmpty();
    FormControls.setVisible(progress, busy);
    progress.setProgress(predictions.snapshotProperty().get().progress());
    text.setText(status(busy));
  }

  private String status(boolean busy) {
    String error = predictions.errorProperty().get();
    if (!error.isEmpty()) {
      return error;
    }
    TestImages images = predictions.snapshotProperty().get().images();
    String description = images == null ? "" : images.description();
    return busy ? predictions.activityProperty().get() : description;
  }
}
