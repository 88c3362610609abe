package org.digitpad.ui.train;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.common.SegmentedPane;
import org.digitpad.ui.common.SegmentedPane.Segment;
import org.digitpad.ui.train.history.RunHistoryView;
import org.digitpad.ui.train.run.EpochLog;
import org.digitpad.ui.train.run.MisclassifiedView;

/** Epochs, misclassified digits or earlier runs below the charts; nothing until one is selected. */
final class RunDetailsPane extends VBox {
  RunDetailsPane(TrainViewModel model) {
    super(12);
    Node epochs = new EpochLog(model.run().historyProperty());
    Node misclassified = new MisclassifiedView(model.run().misclassified());
    Node runs = new RunHistoryView(model.history());
    SegmentedPane tabs =
        new SegmentedPane(
            List.of(
                new Segment(Messages.get("ui.train.epochs"), "show-epochs", epochs),
                new Segment(
                    Messages.get("ui.train.misclassified"), "show-misclassified", misclassified),
                new Segment(Messages.get("ui.train.runs"), "show-runs", runs)));
    getChildren().addAll(tabs, epochs, misclassified, runs);
  }
}
