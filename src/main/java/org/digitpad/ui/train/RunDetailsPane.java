package org.digitpad.ui.train;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.SegmentedPane;
import org.digitpad.ui.common.SegmentedPane.Segment;
import org.digitpad.ui.train.history.RunHistoryView;
import org.digitpad.ui.train.run.EpochLog;
import org.digitpad.ui.train.run.MisclassifiedView;

/** Epochs, misclassified digits or earlier runs, in a space of the same height below the charts. */
final class RunDetailsPane extends VBox {
  /** Enough for the confusion matrix; what is higher scrolls. */
  private static final double HEIGHT = 272;

  RunDetailsPane(TrainViewModel model) {
    super(12);
    Region epochs = new EpochLog(model.run().historyProperty());
    Region misclassified = new MisclassifiedView(model.run().misclassified());
    Region runs = new RunHistoryView(model.history());
    SegmentedPane tabs =
        new SegmentedPane(
            Messages.get("ui.train.details"),
            List.of(
                new Segment(Messages.get("ui.train.epochs"), "show-epochs", epochs),
                new Segment(
                    Messages.get("ui.train.misclassified"), "show-misclassified", misclassified),
                new Segment(Messages.get("ui.train.runs"), "show-runs", runs)));
    StackPane content = new StackPane(epochs, FormControls.scrolling(misclassified), runs);
    content.setMinHeight(HEIGHT);
    content.setPrefHeight(HEIGHT);
    getChildren().addAll(tabs, content);
  }
}
