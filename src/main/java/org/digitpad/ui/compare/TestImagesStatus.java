package org.digitpad.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.digitpad.ui.common.Forms;

/** Which images are read, how far that is, or why it failed. */
final class TestImagesStatus extends HBox {
  private static final double WIDTH = 96;

  private final TestPredictionsViewModel readings;
  private final Label sentence = Forms.wrappingLabel("images-note");
  private final ProgressBar progress = new ProgressBar();

  TestImagesStatus(TestPredictionsViewModel readings) {
    super(8);
    this.readings = readings;
    getStyleClass().add("images-note");
    setAlignment(Pos.CENTER_LEFT);
    sentence.getStyleClass().add("muted");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    progress.setPrefWidth(WIDTH);
    progress.setMinWidth(WIDTH);
    getChildren().addAll(progress, sentence);
    readings.busyProperty().addListener(change -> show());
    readings.faultProperty().addListener(change -> show());
    readings.snapshotProperty().addListener(change -> show());
    show();
  }

  private void show() {
    String busy = readings.busyProperty().get();
    String fault = readings.faultProperty().get();
    TestImages images = readings.snapshotProperty().get().images();
    Forms.setVisible(progress, !busy.isEmpty());
    progress.setProgress(readings.snapshotProperty().get().progress());
    sentence.setText(
        !fault.isEmpty()
            ? fault
            : !busy.isEmpty() ? busy : images == null ? "" : images.sentence());
  }
}
