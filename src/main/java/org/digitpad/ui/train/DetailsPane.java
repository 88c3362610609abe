package org.digitpad.ui.train;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Below the charts, folded until asked for: the epochs, the mistakes and earlier runs. */
final class DetailsPane extends VBox {
  private final ToggleGroup group = new ToggleGroup();

  DetailsPane(TrainViewModel model) {
    super(12);
    Node epochs = epochs(model.run().progress().epochs());
    Node mistakes = new MistakesView(model.run().mistakes());
    Node runs = new RunsView(model.runs());
    HBox tabs =
        new HBox(
            tab("Epochs", "show-epochs", epochs),
            tab("Mistakes", "show-mistakes", mistakes),
            tab("Runs", "show-runs", runs));
    List<Node> buttons = tabs.getChildren();
    buttons.get(0).getStyleClass().add(Styles.LEFT_PILL);
    buttons.get(1).getStyleClass().add(Styles.CENTER_PILL);
    buttons.get(2).getStyleClass().add(Styles.RIGHT_PILL);
    getChildren().addAll(tabs, epochs, mistakes, runs);
  }

  private ToggleButton tab(String name, String id, Node content) {
    ToggleButton button = new ToggleButton(name);
    button.setId(id);
    button.setToggleGroup(group);
    content.visibleProperty().bind(button.selectedProperty());
    content.managedProperty().bind(button.selectedProperty());
    return button;
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
