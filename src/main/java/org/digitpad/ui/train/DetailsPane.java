package org.digitpad.ui.train;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.digitpad.ui.common.SegmentedPane;
import org.digitpad.ui.common.SegmentedPane.Segment;
import org.digitpad.ui.train.history.RunHistoryView;

/** Below the charts, folded until asked for: the epochs, the mistakes and earlier runs. */
final class DetailsPane extends VBox {
  DetailsPane(TrainViewModel model) {
    super(12);
    Node epochs = epochs(model.run().progress().epochs());
    Node mistakes = new MisclassifiedView(model.run().mistakes());
    Node runs = new RunHistoryView(model.runs());
    SegmentedPane tabs =
        new SegmentedPane(
            List.of(
                new Segment("Epochs", "show-epochs", epochs),
                new Segment("Mistakes", "show-misclassified", mistakes),
                new Segment("Runs", "show-runs", runs)));
    getChildren().addAll(tabs, epochs, mistakes, runs);
  }

  private static TextArea epochs(EpochsViewModel epochs) {
    TextArea log = new TextArea();
    log.setId("epoch-log");
    log.getStyleClass().add("epoch-log");
    log.setEditable(false);
    log.setPrefRowCount(10);
    log.setPromptText("A line an epoch, once the first one is over.");
    log.setAccessibleText("Epochs");
    epochs
        .logProperty()
        .addListener(
            (property, before, now) -> {
              if (now.startsWith(before) && !before.isEmpty()) {
                log.appendText(now.substring(before.length()));
              } else {
                log.setText(now);
              }
            });
    log.setText(epochs.logProperty().get());
    return log;
  }
}
