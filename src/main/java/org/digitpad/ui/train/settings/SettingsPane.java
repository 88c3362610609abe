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

/**
 * A form with the network, the recipe and its numbers. The errors of its fields are in a pane of
 * their own, as they would move the fields below.
 */
public final class SettingsPane extends VBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final double LABEL_WIDTH = 96;

  private final GridPane grid = new GridPane();
  private final VBox errors = new VBox(4);

  public SettingsPane(SettingsViewModel settings) {
    super(8);
    ColumnConstraints labels = new ColumnConstraints(LABEL_WIDTH);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(labels, fields);
    grid.setHgap(8);
    grid.setVgap(8);
    Label model = new Label(Messages.get("ui.train.settings.model"));
    addRow(model, architectures(model, settings), Messages.get("ui.train.settings.modelTip"));
    Label recipe = new Label(Messages.get("ui.train.settings.recipe"));
    addRow(recipe, recipes(recipe, settings), Messages.get("ui.train.settings.recipeTip"));
    addRow(settings.epochs(), Messages.get("ui.train.settings.epochsTip"));
    addRow(settings.batchSize(), Messages.get("ui.train.settings.batchSizeTip"));
    addRow(settings.learningRate(), Messages.get("ui.train.settings.learningRateTip"));
    addRow(settings.seed(), Messages.get("ui.train.settings.seedTip"));
    addRow(settings.threads(), Messages.get("ui.train.settings.threadsTip"));
    getChildren().addAll(FormControls.heading(Messages.get("ui.train.settings.heading")), grid);
  }

  private static ComboBox<Architecture> architectures(Label name, SettingsViewModel settings) {
    ComboBox<Architecture> list = FormControls.comboBox("architecture", name, Architecture::title);
    list.getItems().addAll(settings.architectures());
    list.valueProperty().bindBidirectional(settings.architectureProperty());
    return list;
  }

  private static ComboBox<Recipe> recipes(Label name, SettingsViewModel settings) {
    ComboBox<Recipe> list = FormControls.comboBox("recipe", name, Recipe::name);
    list.getItems().addAll(Recipe.all());
    list.valueProperty().bindBidirectional(settings.recipeProperty());
    return list;
  }

  /** The errors of the fields, a line each; empty without errors. */
  public VBox errors() {
    return errors;
  }

  private void addRow(NumberSetting number, String tip) {
    TextField field = new TextField();
    field.setId(number.id());
    field.textProperty().bindBidirectional(number.textProperty());
    Label error = FormControls.wrappingLabel(field.getId() + "-error");
    error.getStyleClass().add("field-error");
    errors.getChildren().add(error);
    Label name = new Label(number.name());
    name.setLabelFor(field);
    addRow(name, field, tip);
    number
        .errorProperty()
        .addListener((property, before, now) -> showError(number, field, error, tip));
    showError(number, field, error, tip);
  }

  private static void showError(NumberSetting number, TextField field, Label error, String tip) {
    String sentence = number.errorProperty().get();
    boolean wrong = !sentence.isEmpty();
    field.pseudoClassStateChanged(ERROR, wrong);
    field.setAccessibleHelp(wrong ? sentence : tip);
    error.setText(
        wrong
            ? Messages.get("ui.train.settings.errorOf", number.name(), Messages.part(sentence))
            : "");
    FormControls.setVisible(error, wrong);
  }

  private void addRow(Label label, Node field, String tip) {
    label.getStyleClass().add("field-name");
    LazyTooltips.install(label, tip);
    LazyTooltips.install(field, tip);
    GridPane.setValignment(label, VPos.TOP);
    grid.addRow(grid.getRowCount(), label, field);
  }
}
