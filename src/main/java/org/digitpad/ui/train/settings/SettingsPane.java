package org.digitpad.ui.train.settings;

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
import org.digitpad.i18n.Messages;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.train.Recipe;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.LazyTooltips;

/** A form with the network, the recipe and its numbers, and an error message below each field. */
public final class SettingsPane extends VBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final double LABEL_WIDTH = 96;

  private final GridPane grid = new GridPane();

  public SettingsPane(SettingsViewModel settings) {
    super(8);
    ColumnConstraints labels = new ColumnConstraints(LABEL_WIDTH);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(labels, fields);
    grid.setHgap(8);
    grid.setVgap(8);
    String model = Messages.get("ui.train.settings.model");
    addRow(model, architectures(model, settings), Messages.get("ui.train.settings.modelTip"));
    String recipe = Messages.get("ui.train.settings.recipe");
    addRow(recipe, recipes(recipe, settings), Messages.get("ui.train.settings.recipeTip"));
    addRow(settings.epochs(), Messages.get("ui.train.settings.epochsTip"));
    addRow(settings.batchSize(), Messages.get("ui.train.settings.batchSizeTip"));
    addRow(settings.learningRate(), Messages.get("ui.train.settings.learningRateTip"));
    addRow(settings.seed(), Messages.get("ui.train.settings.seedTip"));
    addRow(settings.threads(), Messages.get("ui.train.settings.threadsTip"));
    getChildren().addAll(FormControls.heading(Messages.get("ui.train.settings.heading")), grid);
  }

  private static ComboBox<Architecture> architectures(String name, SettingsViewModel settings) {
    ComboBox<Architecture> list = FormControls.comboBox("architecture", name, Architecture::title);
    list.getItems().addAll(settings.architectures());
    list.valueProperty().bindBidirectional(settings.architectureProperty());
    return list;
  }

  private static ComboBox<Recipe> recipes(String name, SettingsViewModel settings) {
    ComboBox<Recipe> list = FormControls.comboBox("recipe", name, Recipe::name);
    list.getItems().addAll(Recipe.all());
    list.valueProperty().bindBidirectional(settings.recipeProperty());
    return list;
  }

  private void addRow(NumberSetting number, String tip) {
    TextField field = new TextField();
    field.setId(number.id());
    field.setAccessibleText(number.name());
    field.textProperty().bindBidirectional(number.textProperty());
    Label error = FormControls.wrappingLabel(field.getId() + "-error");
    error.getStyleClass().add("field-error");
    error.textProperty().bind(number.errorProperty());
    VBox box = new VBox(4, field, error);
    number.errorProperty().addListener((property, before, now) -> showError(field, error, now));
    showError(field, error, number.errorProperty().get());
    addRow(number.name(), box, tip);
  }

  private static void showError(TextField field, Label error, String sentence) {
    field.pseudoClassStateChanged(ERROR, !sentence.isEmpty());
    field.setAccessibleHelp(sentence);
    FormControls.setVisible(error, !sentence.isEmpty());
  }

  private void addRow(String name, Node field, String tip) {
    Label label = new Label(name);
    label.getStyleClass().add("field-name");
    LazyTooltips.install(label, tip);
    LazyTooltips.install(field, tip);
    GridPane.setValignment(label, VPos.TOP);
    grid.addRow(grid.getRowCount(), label, field);
  }
}
