package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.evaluate.TopPrediction;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.Numbers;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.common.DigitImagePainter;
import org.jspecify.annotations.Nullable;

/** A test digit in the strip: its image, its label, and the prediction of each model. */
final class DisagreementCell extends ListCell<Disagreement> {
  static final double SCROLL_BAR_HEIGHT = 24;
  private static final int PIXEL_SIZE = 3;
  private static final double IMAGE_SIDE = DigitImage.SIDE * PIXEL_SIZE;
  private static final double LINE_HEIGHT = 22;
  private static final double PADDING = 8;
  private static final double WIDTH = 216;

  private final DisagreementsViewModel model;
  private final WritableImage picture = DigitImagePainter.of(DigitImage.BLANK, 2 * PIXEL_SIZE);
  private final Label label = new Label();
  private final VBox predictions = new VBox();
  private final HBox content;

  DisagreementCell(DisagreementsViewModel model) {
    this.model = model;
    ImageView pictureView = new ImageView(picture);
    pictureView.setFitWidth(IMAGE_SIDE);
    pictureView.setFitHeight(IMAGE_SIDE);
    pictureView.setSmooth(false);
    label.getStyleClass().add("column-name");
    label.setMinHeight(LINE_HEIGHT);
    content = new HBox(12, pictureView, new VBox(label, predictions));
    content.setAlignment(Pos.TOP_LEFT);
    setPrefWidth(WIDTH);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Returns the height of a strip for a number of models, without its scroll bar. */
  static double height(int models) {
    return 2 * PADDING + Math.max(IMAGE_SIDE, LINE_HEIGHT * (1 + models));
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
      model.putOnCanvas(getItem());
    }
  }

  @Override
  protected void updateItem(@Nullable Disagreement digit, boolean empty) {
    super.updateItem(digit, empty);
    if (empty || digit == null) {
      setGraphic(null);
      return;
    }
    DigitImagePainter.paint(picture, model.image(digit), 2 * PIXEL_SIZE);
    label.setText(Consensus.digit(digit.label()));
    List<ModelColumnViewModel> columns = model.shownProperty().get().columns();
    List<Label> lines = new ArrayList<>();
    List<String> votes = new ArrayList<>();
    for (int i = 0; i < Math.min(columns.size(), digit.classifications().size()); i++) {
      TopPrediction prediction = digit.classifications().get(i);
      lines.add(line(columns.get(i), prediction, digit.isCorrect(prediction)));
      votes.add(
          Messages.get(
              "ui.compare.disagreements.vote", columns.get(i).title(), prediction.digit()));
    }
    predictions.getChildren().setAll(lines);
    setAccessibleText(
        votes.isEmpty()
            ? label.getText()
            : Messages.get(
                "ui.compare.disagreements.spoken",
                label.getText(),
                Messages.part(Consensus.enumerate(votes))));
    setGraphic(content);
  }

  private static Label line(
      ModelColumnViewModel column, TopPrediction prediction, boolean correct) {
    Label line =
        new Label(
            Messages.get(
                correct ? "ui.compare.disagreements.correct" : "ui.compare.disagreements.wrong",
                prediction.digit(),
                Numbers.percent(prediction.confidence(), 0)),
            ModelColumn.colorMark());
    line.getStyleClass().addAll("answer-line", column.style());
    line.setMinHeight(LINE_HEIGHT);
    return line;
  }
}
