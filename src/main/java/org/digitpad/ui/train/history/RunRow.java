package org.digitpad.ui.train.history;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.nn.model.ModelCard;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.ConfirmButton;
import org.digitpad.ui.common.IconButtons;
import org.digitpad.ui.common.LazyTooltips;
import org.kordamp.ikonli.feather.Feather;

/** A model with its recipe and accuracy, a box to compare it, and buttons for it. */
final class RunRow extends HBox {
  /** Wide enough for either of its texts, so that the columns stay aligned. */
  private static final double USE_WIDTH = 136;

  private final RunHistoryViewModel history;
  private final LibraryModel model;
  private final String title;
  private final Line line = new Line(0, 0, 24, 0);
  private final Button use = new Button();
  private final HBox buttons;
  private final Button confirm;

  RunRow(RunHistoryViewModel history, LibraryModel model) {
    super(8);
    this.history = history;
    this.model = model;
    title = RunHistoryViewModel.title(model);
    getStyleClass().add("run-row");
    setAlignment(Pos.CENTER_LEFT);
    Label recipe = new Label(recipe(model.model().card()));
    recipe.getStyleClass().add("muted");
    LazyTooltips.install(recipe, recipe.getText());
    VBox words = new VBox(new Label(title), recipe);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label accuracy = new Label(Numbers.percent(model.model().card().valAccuracy(), 2));
    accuracy.setMinWidth(USE_PREF_SIZE);
    LazyTooltips.install(accuracy, Messages.get("ui.train.history.accuracyTip"));
    line.getStyleClass().add("curve");
    Button delete = delete();
    buttons = new HBox(8, use, save(), delete);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    confirm = confirm(delete);
    StackPane actions = new StackPane(buttons, confirm);
    actions.setAlignment(Pos.CENTER_RIGHT);
    actions.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(compare(), line, words, accuracy, actions);
    use.setMinWidth(USE_PREF_SIZE);
    use.setPrefWidth(USE_WIDTH);
    use.setOnAction(event -> history.use(model));
    showColor();
    showUse();
  }

  /** How it was trained, such as "best, 10 epochs, batch size 128, seed 1". */
  private static String recipe(ModelCard card) {
    return Messages.plural(
        "ui.train.history.recipe",
        card.epochs(),
        card.recipe(),
        String.valueOf(card.batchSize()),
        String.valueOf(card.seed()));
  }

  /** Disables the button of the model that the pad uses. */
  void showUse() {
    boolean active = history.activeProperty().get().equals(model);
    use.setText(Messages.get(active ? "ui.train.history.active" : "ui.train.history.use"));
    use.setDisable(active);
  }

  /** Shows the color that the model has in the charts. */
  void showColor() {
    line.setVisible(history.compared().contains(model));
    getStyleClass().setAll("run-row", "curve-validation", history.style(model));
  }

  private CheckBox compare() {
    CheckBox box = new CheckBox();
    box.setSelected(history.compared().contains(model));
    box.setAccessibleText(Messages.get("ui.train.history.compare", title));
    LazyTooltips.install(box, Messages.get("ui.train.history.compareTip"));
    box.setOnAction(event -> box.setSelected(history.compare(model, box.isSelected())));
    return box;
  }

  private Button save() {
    Button button = new Button();
    IconButtons.style(button, Feather.DOWNLOAD, Messages.get("ui.train.history.saveAs", title));
    LazyTooltips.install(button, Messages.get("ui.train.history.saveAsTip"));
    button.setOnAction(event -> SaveModelDialog.ask(this, history, model));
    return button;
  }

  private Button delete() {
    Button button = new Button();
    button.getStyleClass().add("delete-run");
    IconButtons.style(button, Feather.TRASH_2, Messages.get("ui.train.history.delete", title));
    LazyTooltips.install(button, Messages.get("ui.train.history.deleteTip"));
    // hidden but laid out for bundled models, so that the columns stay aligned
    button.setVisible(!model.isBundled());
    button.setOnAction(event -> ask(true));
    return button;
  }

  /** Asks for confirmation in place of the buttons, as a deleted model cannot be restored. */
  private Button confirm(Button delete) {
    Button button = new Button(Messages.get("ui.train.history.deleteConfirm"));
    button.getStyleClass().addAll("confirm-delete", Styles.DANGER);
    button.setAccessibleHelp(Messages.get("ui.train.history.deleteConfirmHelp", title));
    button.setVisible(false);
    // it appears under the pointer
    ConfirmButton.ignoreDoubleClicks(button, button::isVisible);
    button.setOnAction(
        event -> {
          ask(false);
          history.delete(model);
        });
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            ask(false);
            delete.requestFocus();
            event.consume();
          }
        });
    button
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                ask(false);
              }
            });
    return button;
  }

  private void ask(boolean asking) {
    confirm.setVisible(asking);
    buttons.setVisible(!asking);
    if (asking) {
      confirm.requestFocus();
    }
  }
}
