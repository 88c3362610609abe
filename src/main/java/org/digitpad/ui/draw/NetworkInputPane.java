package org.digitpad.ui.draw;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.MovementView;
import org.digitpad.ui.answer.NetworkInputView;

/**
 * The image that the network sees, or the movement of the pen if it reads only that, the name of
 * the model, and the time it took.
 */
final class NetworkInputPane extends HBox {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private static final double SPACING = 12;
  private static final double LARGE_SPACING = 24;

  /** From this size of a pixel on, there is room for the larger spacing. */
  private static final int LARGE_CELL = 5;

  private final NetworkInputView image = new NetworkInputView();
  private final MovementView movement = new MovementView();
  private final ActiveModel activeModel;
  private final Label title = new Label();
  private final Label status = new Label();

  /**
   * @param activeModel the model that the pad uses
   */
  NetworkInputPane(ActiveModel activeModel) {
    super(SPACING);
    setAlignment(Pos.TOP_LEFT);
    this.activeModel = activeModel;
    activeModel.movementOnlyProperty().addListener(change -> showKind());
    title.setWrapText(true);
    ModelChooser model = new ModelChooser(activeModel);
    Label note = new Label();
    note.textProperty().bind(activeModel.answer().modelNoteProperty());
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
    movement.setMinWidth(Region.USE_PREF_SIZE);
    movement.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(image, words);
    showKind();
  }

  void setCell(int cell) {
    setSpacing(cell < LARGE_CELL ? SPACING : LARGE_SPACING);
    image.setCell(cell);
    movement.setSide(NetworkInputView.side(cell));
  }

  private void showKind() {
    boolean moves = activeModel.movementOnlyProperty().get();
    title.setText(Messages.get(moves ? "ui.draw.networkInput.movement" : "ui.draw.networkInput"));
    getChildren().set(0, moves ? movement : image);
  }

  void show(Answer answer) {
    movement.show(activeModel.answer().chosenDrawing());
    image.show(answer.image(), !answer.hasPrediction());
    status.setText(
        answer.hasPrediction()
            ? Messages.get(
                "ui.draw.latency", Numbers.decimal(answer.nanos() / NANOS_PER_MILLISECOND, 2))
            : "");
  }
}
