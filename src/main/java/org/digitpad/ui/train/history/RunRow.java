package org.digitpad.ui.train.history;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.common.SaveFileDialog;
import org.kordamp.ikonli.feather.Feather;

/** One run: compared or not, what it came to, and what can be done with its model. */
final class RunRow extends HBox {
  /** Room for either of its texts, so that rows stay in line. */
  private static final double USE_WIDTH = 136;

  private final RunHistoryViewModel model;
  private final LibraryModel run;
  private final String title;
  private final Line line = new Line(0, 0, 24, 0);
  private final Button use = new Button();

  RunRow(RunHistoryViewModel model, LibraryModel run) {
    super(8);
    this.model = model;
    this.run = run;
    title = RunHistoryViewModel.title(run);
    getStyleClass().add("run-row");
    setAlignment(Pos.CENTER_LEFT);
    Label recipe = new Label(recipe(run.model().card()));
    recipe.getStyleClass().add("muted");
    LazyTooltips.tell(recipe, recipe(run.model().card()));
    VBox words = new VBox(new Label(title), recipe);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label accuracy = new Label(accuracy(run.model().card()));
    accuracy.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.tell(accuracy, "Validation images read right");
    line.getStyleClass().add("curve");
    getChildren().addAll(compare(), line, words, accuracy, use, save(), delete());
    use.setMinWidth(USE_PREF_SIZE);
    use.setPrefWidth(USE_WIDTH);
    use.setOnAction(event -> model.use(run));
    colour();
    showUse();
  }

  /** How it was trained, such as "best, 10 epochs, batch 128, seed 1". */
  private static String recipe(ModelCard card) {
    return String.format(
        Locale.ROOT,
        "%s, %d %s, batch %d, seed %d",
        card.recipe(),
        card.epochs(),
        card.epochs() == 1 ? "epoch" : "epochs",
        card.batchSize(),
        card.seed());
  }

  private static String accuracy(ModelCard card) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * card.valAccuracy());
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
    box.setAccessibleText("Compare " + title + " in the charts");
    LazyTooltips.tell(box, "Show its curve in the charts");
    box.setOnAction(event -> box.setSelected(model.compare(run, box.isSelected())));
    return box;
  }

  private Button save() {
    Button button = new Button();
    IconButtons.dress(button, Feather.DOWNLOAD, "Save " + title + " as…");
    LazyTooltips.tell(button, "Save as…");
    button.setOnAction(
        event -> {
          File file = SaveFileDialog.ask(this, "Save the model", ModelFile.name(title));
          if (file != null) {
            model.saveAs(run, file.toPath());
          }
        });
    return button;
  }

  /** Asks once more in place, as a deleted run does not come back. */
  private Button delete() {
    Button button = new Button();
    IconButtons.dress(button, Feather.TRASH_2, "Delete " + title);
    LazyTooltips.tell(button, "Delete");
    button.setMinWidth(USE_PREF_SIZE);
    // what comes with DigitPad cannot be deleted; the rows stay in line
    button.setVisible(!run.isBundled());
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
