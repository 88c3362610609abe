package org.digitpad.ui.train;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.train.Recipe;
import org.digitpad.ui.common.Forms;
import org.digitpad.ui.common.LazyTooltips;

/** The network, the recipe and its numbers; what is wrong is told below its field. */
final class SettingsPane extends VBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final double NAMES_WIDTH = 80;

  private final GridPane grid = new GridPane();

  SettingsPane(TrainViewModel model) {
    super(8);
    SettingsViewModel choices = model.choices();
    ColumnConstraints names = new ColumnConstraints(NAMES_WIDTH);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, fields);
    grid.setHgap(8);
    grid.setVgap(8);
    row("Model", architectures(choices), "The network to train");
    row(
        "Recipe",
        recipes(choices),
        "best: the learning rate rises and falls once\nreference: Adam at a rate of 0.001");
    number(choices.epochs(), "Passes over all training images");
    number(choices.batch(), "Images that the network learns from in one step");
    number(
        choices.rate(),
        "How far a step moves the network: too little learns slowly, too much not at all\n"
            + "best: at its peak");
    number(choices.seed(), "The same seed gives the same network, bit for bit");
    number(choices.threads(), "Processors to use; changes the time, not the result");
    getChildren().addAll(Forms.heading("How"), grid);
    disableProperty().bind(model.run().runningProperty());
  }

  private static ComboBox<Architecture> architectures(SettingsViewModel choices) {
    ComboBox<Architecture> list = Forms.comboBox("architecture", "Model", Architecture::title);
    list.getItems().addAll(choices.architectures());
    list.valueProperty().bindBidirectional(choices.architectureProperty());
    return list;
  }

  private static ComboBox<Recipe> recipes(SettingsViewModel choices) {
    ComboBox<Recipe> list = Forms.comboBox("recipe", "Recipe", Recipe::name);
    list.getItems().addAll(Recipe.all());
    list.valueProperty().bindBidirectional(choices.recipeProperty());
    return list;
  }

  private void number(NumberSetting number, String tip) {
    TextField field = new TextField();
    field.setId(number.name().toLowerCase(Locale.ROOT));
    field.setAccessibleText(number.name());
    field.textProperty().bindBidirectional(number.textProperty());
    Label error = Forms.wrappingLabel(field.getId() + "-error");
    error.getStyleClass().add("field-error");
    error.textProperty().bind(number.errorProperty());
    VBox box = new VBox(4, field, error);
    number.errorProperty().addListener((property, before, now) -> show(field, error, now));
    show(field, error, number.errorProperty().get());
    row(number.name(), box, tip);
  }

  private static void show(TextField field, Label error, String sentence) {
    field.pseudoClassStateChanged(ERROR, !sentence.isEmpty());
    field.setAccessibleHelp(sentence);
    Forms.setVisible(error, !sentence.isEmpty());
  }

  private void row(String name, Node field, String tip) {
    Label label = new Label(name);
    label.getStyleClass().add("field-name");
    LazyTooltips.install(label, tip);
    LazyTooltips.install(field, tip);
    GridPane.setValignment(label, VPos.TOP);
    grid.addRow(grid.getRowCount(), label, field);
  }
}
