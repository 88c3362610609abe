package org.digitpad.ui.export;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.FormControls;
import org.digitpad.ui.common.OpenFileDialog;
import org.digitpad.ui.common.SaveFileDialog;
import org.digitpad.ui.export.ExportViewModel.State;
import org.jspecify.annotations.Nullable;

/** The form of an export: the model, the files, and the progress or result below them. */
public final class ExportView extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final double WIDTH = 440;

  private final ExportViewModel model;
  private final GridPane form = new GridPane();
  private final ProgressBar progress = new ProgressBar();
  private final Label message = FormControls.wrappingLabel("export-sentence");

  public ExportView(ExportViewModel model) {
    super(16);
    this.model = model;
    ExportTask task = model.task();
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    Label explanation = FormControls.wrappingLabel("export-explanation");
    explanation.setText(task.explanation());
    form.setHgap(16);
    form.setVgap(8);
    Label name = new Label(Messages.get("ui.export.model"));
    form.addRow(0, name, modelList(name));
    progress.setAccessibleText(Messages.get("ui.export.progressBar"));
    ExportTask.Input input = task.input();
    if (input != null) {
      addFileRow(
          input.name(),
          "export-input",
          model.inputProperty(),
          () ->
              OpenFileDialog.ask(
                  this,
                  Messages.get("ui.export.chooseInput", input.name()),
                  input.kind(),
                  input.pattern()));
    }
    addFileRow(
        Messages.get("ui.export.saveAs"),
        "export-output",
        model.outputProperty(),
        () -> SaveFileDialog.ask(this, task.title(), task.outputName()));
    Button write = new Button(task.buttonText());
    write.setId("export-write");
    write.getStyleClass().add(Styles.ACCENT);
    write.setMinWidth(USE_PREF_SIZE);
    write.disableProperty().bind(model.canWriteProperty().not());
    write.setOnAction(event -> model.write());
    HBox line = new HBox(16, write, progress);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(explanation, form, line, message);
    message.getStyleClass().add("export-sentence");
    model.stateProperty().addListener(change -> update());
    model.messageProperty().addListener(change -> update());
    update();
  }

  private ComboBox<LibraryModel> modelList(Label name) {
    ComboBox<LibraryModel> list = FormControls.comboBox("export-model", name, LibraryModel::title);
    list.setItems(model.models());
    list.setPromptText(Messages.get("ui.export.lookingForModels"));
    list.valueProperty().bindBidirectional(model.selectedProperty());
    GridPane.setHgrow(list, Priority.ALWAYS);
    return list;
  }

  private void addFileRow(
      String name,
      String id,
      ObjectProperty<@Nullable Path> file,
      Supplier<@Nullable File> dialog) {
    Label path = new Label();
    path.setId(id);
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    path.setMaxWidth(Double.MAX_VALUE);
    path.setMinWidth(0);
    HBox.setHgrow(path, Priority.ALWAYS);
    path.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> PlainText.brief(Objects.toString(file.get(), "")), file));
    Button choose = new Button(Messages.get("ui.export.choose"));
    choose.setAccessibleText(Messages.get("ui.export.chooseFor", name));
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setOnAction(
        event -> {
          File chosen = dialog.get();
          if (chosen != null) {
            file.set(chosen.toPath());
          }
        });
    HBox line = new HBox(16, choose, path);
    line.setAlignment(Pos.CENTER_LEFT);
    form.addRow(form.getRowCount(), new Label(name), line);
  }

  private void update() {
    State state = model.stateProperty().get();
    progress.setVisible(state == State.WORKING);
    message.setText(model.messageProperty().get());
    message.pseudoClassStateChanged(FAILED, state == State.FAILED);
    FormControls.setVisible(message, !message.getText().isEmpty());
  }
}
