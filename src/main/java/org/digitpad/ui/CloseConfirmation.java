package org.digitpad.ui;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.digitpad.ui.train.TrainViewModel;

/** Asks before a window closes on a training that still runs. */
final class CloseConfirmation {
  private static final double WIDTH = 400;

  private CloseConfirmation() {}

  static void attach(Stage stage, MainWindow window, TrainViewModel train) {
    stage.setOnCloseRequest(
        event -> {
          if (train.run().runningProperty().get()) {
            event.consume();
            ask(stage, window, train);
          }
        });
  }

  private static void ask(Stage stage, MainWindow window, TrainViewModel train) {
    Label words =
        new Label(
            "Finished epochs are kept, and the Train tab will offer to go on from the last one."
                + " Only the epoch under way starts over.");
    words.setWrapText(true);
    words.setPrefWidth(WIDTH);
    Button stay = new Button("Keep training");
    stay.setId("keep-training");
    stay.getStyleClass().add(Styles.ACCENT);
    Button leave = new Button("Stop and close");
    leave.setId("stop-and-close");
    Runnable close =
        window.ask("A training is running", new VBox(16, words, new HBox(8, stay, leave)));
    stay.setOnAction(event -> close.run());
    leave.setOnAction(
        event -> {
          leave.setDisable(true);
          stay.setDisable(true);
          leave.setText("Stopping…");
          closeOnceStopped(stage, train);
        });
    stay.requestFocus();
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
