package org.digitpad.ui;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.train.TrainViewModel;

/** Asks for confirmation when the window is closed during a training. */
final class CloseConfirmation {
  private static final double WIDTH = 400;

  private CloseConfirmation() {}

  static void attach(Stage stage, MainWindow window, TrainViewModel train) {
    stage.setOnCloseRequest(
        event -> {
          if (train.run().runningProperty().get()) {
            event.consume();
            show(stage, window, train);
          }
        });
  }

  private static void show(Stage stage, MainWindow window, TrainViewModel train) {
    Label explanation = new Label(Messages.get("ui.close.explanation"));
    explanation.setWrapText(true);
    explanation.setPrefWidth(WIDTH);
    Button keep = new Button(Messages.get("ui.close.keepTraining"));
    keep.setId("keep-training");
    keep.getStyleClass().add(Styles.ACCENT);
    Button stop = new Button(Messages.get("ui.close.stop"));
    stop.setId("stop-and-close");
    Runnable close =
        window.showDialog(
            Messages.get("ui.close.title"), new VBox(16, explanation, new HBox(8, keep, stop)));
    keep.setOnAction(event -> close.run());
    stop.setOnAction(
        event -> {
          stop.setDisable(true);
          keep.setDisable(true);
          stop.setText(Messages.get("ui.close.stopping"));
          closeOnceStopped(stage, train);
        });
    keep.requestFocus();
  }

  private static void closeOnceStopped(Stage stage, TrainViewModel train) {
    if (!train.run().runningProperty().get()) {
      stage.close();
      return;
    }
    train
        .run()
        .runningProperty()
        .addListener(
            (property, before, running) -> {
              if (!running) {
                stage.close();
              }
            });
    train.run().stop();
  }
}
