package org.digitpad.ui.learn;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.common.ConfirmButton;

/** A copy with what it has learned, and buttons to use and to delete it. */
final class CopyRow extends HBox {
  /** Wide enough for either of its texts, so that the columns stay aligned. */
  private static final double USE_WIDTH = 136;

  /** Wide enough for its question. */
  private static final double DELETE_WIDTH = 160;

  CopyRow(LearnViewModel model, LibraryModel copy) {
    super(8);
    getStyleClass().add("run-row");
    setAlignment(Pos.CENTER_LEFT);
    Label origin = new Label(ActiveModel.origin(copy).orElse(""));
    origin.getStyleClass().add("muted");
    VBox words = new VBox(new Label(copy.title()), origin);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    boolean active = copy.equals(model.activeProperty().get());
    Button use = new Button(Messages.get(active ? "ui.learn.inUse" : "ui.learn.use"));
    use.setAccessibleText(
        Messages.get(active ? "ui.learn.inUseSpoken" : "ui.learn.useSpoken", copy.title()));
    use.setMinWidth(USE_PREF_SIZE);
    use.setPrefWidth(USE_WIDTH);
    use.setDisable(active);
    use.setOnAction(event -> model.use(copy));
    ConfirmButton delete =
        new ConfirmButton(
            Messages.get("ui.learn.delete"),
            Messages.get("ui.learn.deleteConfirm"),
            () -> model.delete(copy));
    delete.setPrefWidth(DELETE_WIDTH);
    delete.setAccessibleHelp(Messages.get("ui.learn.deleteHelp", copy.title()));
    getChildren().addAll(words, use, delete);
  }
}
