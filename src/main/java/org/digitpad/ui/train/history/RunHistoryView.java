package org.digitpad.ui.train.history;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.common.FormControls;

/** The earlier runs, one row each. */
public final class RunHistoryView extends VBox {
  private final RunHistoryViewModel model;
  private final VBox rows = new VBox();

  public RunHistoryView(RunHistoryViewModel model) {
    super(8);
    this.model = model;
    setId("runs");
    Label message = FormControls.wrappingLabel("runs-message");
    message.getStyleClass().add("muted");
    message.textProperty().bind(model.messageProperty());
    message
        .textProperty()
        .addListener((property, before, now) -> FormControls.setVisible(message, !now.isEmpty()));
    FormControls.setVisible(message, !message.getText().isEmpty());
    getChildren().addAll(rows, message);
    model.saved().addListener((ListChangeListener<LibraryModel>) change -> show());
    model.activeFileProperty().addListener((property, before, now) -> showUse());
    model.compared().addListener((ListChangeListener<LibraryModel>) change -> showColor());
    show();
  }

  private void showColor() {
    rows.getChildren().forEach(row -> ((RunRow) row).showColor());
  }

  private void showUse() {
    rows.getChildren().forEach(row -> ((RunRow) row).showUse());
  }

  private void show() {
    rows.getChildren().setAll(model.saved().stream().map(run -> new RunRow(model, run)).toList());
  }
}
