package org.digitpad.ui.draw;

import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.NetworkImageView;

/** What the network sees, which network that is, and how long it took. */
final class NetworkInputPane extends HBox {
  private final NetworkImageView image = new NetworkImageView();
  private final Label status = new Label();

  /**
   * @param modelName who reads
   * @param modelNote why it is not the model that was chosen; empty if it is
   */
  NetworkInputPane(ObservableStringValue modelName, ObservableStringValue modelNote) {
    super(24);
    setAlignment(Pos.TOP_LEFT);
    Label title = new Label("What the network sees");
    title.setWrapText(true);
    Label model = new Label();
    model.textProperty().bind(modelName);
    model.setId("model");
    model.setWrapText(true);
    model.getStyleClass().add("muted");
    Label note = new Label();
    note.textProperty().bind(modelNote);
    note.setId("model-note");
    note.setWrapText(true);
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    status.setId("status");
    status.getStyleClass().add("muted");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox words = new VBox(4, title, model, note, space, status);
    HBox.setHgrow(words, Priority.ALWAYS);
    image.setMinWidth(Region.USE_PREF_SIZE);
    image.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(image, words);
  }

  void setCell(int cell) {
    image.setCell(cell);
  }

  void show(Answer answer) {
    image.show(answer.image(), !answer.isReading());
    status.setText(answer.timing().isEmpty() ? "" : "Read in " + answer.timing());
  }
}
