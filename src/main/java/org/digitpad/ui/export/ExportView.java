package org.digitpad.ui.export;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;
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
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.Forms;
import org.digitpad.ui.common.OpenFileDialog;
import org.digitpad.ui.common.SaveFileDialog;
import org.digitpad.ui.export.ExportViewModel.State;
import org.jspecify.annotations.Nullable;

/** Asks for the model and the files, and says in place what became of it. */
public final class ExportView extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final double WIDTH = 440;

  private final ExportViewModel model;
  private final GridPane form = new GridPane();
  private final ProgressBar progress = new ProgressBar();
  private final Label sentence = Forms.sentence("export-sentence");

  public ExportView(ExportViewModel model) {
    super(16);
    this.model = model;
    ExportTask export = model.export();
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    Label explanation = Forms.sentence("export-explanation");
    explanation.setText(export.explanation());
    form.setHgap(16);
    form.setVgap(8);
    form.addRow(0, new Label("Model"), models());
    ExportTask.Input input = export.input();
    if (input != null) {
      file(
          input.name(),
          "export-input",
          model.inputProperty(),
          () -> OpenFileDialog.ask(this, "Choose " + input.name(), input.kind(), input.pattern()));
    }
    file(
        "Save as",
        "export-output",
        model.outputProperty(),
        () -> SaveFileDialog.ask(this, export.title(), export.outputName()));
    Button write = new Button(export.button());
    write.setId("export-write");
    write.getStyleClass().add(Styles.ACCENT);
    write.setMinWidth(USE_PREF_SIZE);
    write.disableProperty().bind(model.canWriteProperty().not());
    write.setOnAction(event -> model.write());
    HBox line = new HBox(16, write, progress);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(explanation, form, line, sentence);
    sentence.getStyleClass().add("export-sentence");
    model.stateProperty().addListener(change -> show());
    model.sentenceProperty().addListener(change -> show());
    show();
  }

  private ComboBox<LibraryModel> models() {
    ComboBox<LibraryModel> list = Forms.list("export-model", "Model", LibraryModel::title);
    list.setItems(model.models());
    list.setPromptText("Looking for models\u2026");
    list.valueProperty().bindBidirectional(model.chosenProperty());
    GridPane.setHgrow(list, Priority.ALWAYS);
    return list;
  }

  private void file(
      String name,
      String id,
      ObjectProperty<@Nullable Path> place,
      Supplier<@Nullable File> dialog) {
    Label path = new Label();
    path.setId(id);
    path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    path.setMaxWidth(Double.MAX_VALUE);
    path.setMinWidth(0);
    HBox.setHgrow(path, Priority.ALWAYS);
    Runnable show = () -> path.setText(place.get() == null ? "" : String.valueOf(place.get()));
    place.addListener(change -> show.run());
    show.run();
    Button choose = new Button("Choose\u2026");
    choose.setAccessibleText("Choose: " + name);
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setOnAction(
        event -> {
          File file = dialog.get();
          if (file != null) {
            place.set(file.toPath());
          }
        });
    HBox line = new HBox(16, choose, path);
    line.setAlignment(Pos.CENTER_LEFT);
    form.addRow(form.getRowCount(), new Label(name), line);
  }

  private void show() {
    State state = model.stateProperty().get();
    progress.setVisible(state == State.WORKING);
    sentence.setText(model.sentenceProperty().get());
    sentence.pseudoClassStateChanged(FAILED, state == State.FAILED);
    Forms.visible(sentence, !sentence.getText().isEmpty());
  }
}
