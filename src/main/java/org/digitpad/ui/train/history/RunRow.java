package org.digitpad.ui.train.history;

import atlantafx.base.theme.Styles;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.SaveFileDialog;
import org.kordamp.ikonli.feather.Feather;

/** One run: compared or not, what it came to, and what can be done with its model. */
final class RunRow extends HBox {
  /** Room for either of its texts, so that rows stay in line. */
  private static final double USE_WIDTH = 136;

  private final RunHistoryViewModel model;
  private final SavedRun run;
  private final Line line = new Line(0, 0, 24, 0);
  private final Button use = new Button();

  RunRow(RunHistoryViewModel model, SavedRun run) {
    super(8);
    this.model = model;
    this.run = run;
    getStyleClass().add("run-row");
    setAlignment(Pos.CENTER_LEFT);
    Label recipe = new Label(run.recipe());
    recipe.getStyleClass().add("muted");
    LazyTooltips.install(recipe, run.recipe());
    VBox words = new VBox(new Label(run.name()), recipe);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label accuracy = new Label(run.accuracy());
    accuracy.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(accuracy, "Validation images read right");
    line.getStyleClass().add("curve");
    getChildren().addAll(compare(), line, words, accuracy, use, save(), delete());
    use.setMinWidth(USE_PREF_SIZE);
    use.setPrefWidth(USE_WIDTH);
    use.setOnAction(event -> model.use(run));
    colour();
    showUse();
  }

  /** The model that reads need not be chosen again. */
  void showUse() {
    boolean reads = model.onPadProperty().get().equals(run.file());
    use.setText(reads ? "On the pad" : "Use on the pad");
    use.setDisable(reads);
  }

  /** The colour that the run has in the charts. */
  void colour() {
    int place = model.compared().indexOf(run);
    line.setVisible(place >= 0);
    getStyleClass().setAll("run-row", "curve-run-" + (place + 1));
  }

  private CheckBox compare() {
    CheckBox box = new CheckBox();
    box.setSelected(model.compared().contains(run));
    box.setAccessibleText("Compare " + run.name() + " in the charts");
    LazyTooltips.install(box, "Show its curve in the charts");
    box.setOnAction(event -> box.setSelected(model.compare(run, box.isSelected())));
    return box;
  }

  private Button save() {
    Button button = new Button();
    IconButtons.style(button, Feather.DOWNLOAD, "Save " + run.name() + " as…");
    LazyTooltips.install(button, "Save as…");
    button.setOnAction(
        event -> {
          File file = SaveFileDialog.ask(this, "Save the model", run.name() + ".safetensors");
          if (file != null) {
            model.saveAs(run, file.toPath());
          }
        });
    return button;
  }

  /** Asks once more in place, as a deleted run does not come back. */
  private Button delete() {
    Button button = new Button();
    IconButtons.style(button, Feather.TRASH_2, "Delete " + run.name());
    LazyTooltips.install(button, "Delete");
    button.setMinWidth(USE_PREF_SIZE);
    // what comes with DigitPad cannot be deleted; the rows stay in line
    button.setVisible(run.file().isPresent());
    button.setOnAction(
        event -> {
          if (button.getText().isEmpty()) {
            button.setText("Delete for good?");
            button.getStyleClass().removeAll(Styles.BUTTON_ICON);
            button.getStyleClass().add(Styles.DANGER);
          } else {
            model.delete(run);
          }
        });
    button
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                button.setText("");
                button.getStyleClass().remove(Styles.DANGER);
              }
            });
    return button;
  }
}
