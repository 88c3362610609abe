package org.digitpad.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.digitpad.evaluate.Classification;
import org.digitpad.evaluate.Disagreement;
import org.digitpad.ink.DigitImage;
import org.digitpad.ui.common.DigitPicture;
import org.jspecify.annotations.Nullable;

/** A digit of the strip: its image, what it is, and what each model takes it for. */
final class DisagreementCell extends ListCell<Disagreement> {
  static final double SCROLL_BAR = 24;
  private static final int PIXELS = 3;
  private static final double IMAGE = DigitImage.SIDE * PIXELS;
  private static final double LINE = 22;
  private static final double PADDING = 8;
  private static final double WIDTH = 216;

  private final DisagreementsViewModel model;
  private final WritableImage pixels = DigitPicture.of(DigitImage.BLANK, 2 * PIXELS);
  private final Label label = new Label();
  private final VBox answers = new VBox();
  private final HBox tile;

  DisagreementCell(DisagreementsViewModel model) {
    this.model = model;
    ImageView picture = new ImageView(pixels);
    picture.setFitWidth(IMAGE);
    picture.setFitHeight(IMAGE);
    picture.setSmooth(false);
    label.getStyleClass().add("column-name");
    label.setMinHeight(LINE);
    tile = new HBox(12, picture, new VBox(label, answers));
    tile.setAlignment(Pos.TOP_LEFT);
    setPrefWidth(WIDTH);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::send);
  }

  /** Height of a strip for so many models, without its scroll bar. */
  static double height(int models) {
    return 2 * PADDING + Math.max(IMAGE, LINE * (1 + models));
  }

  private void send(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
      model.send(getItem());
    }
  }

  @Override
  protected void updateItem(@Nullable Disagreement digit, boolean empty) {
    super.updateItem(digit, empty);
    if (empty || digit == null) {
      setGraphic(null);
      return;
    }
    DigitPicture.paint(pixels, model.image(digit), 2 * PIXELS);
    label.setText(
        String.format(Locale.ROOT, "%s %d", digit.label() == 8 ? "an" : "a", digit.label()));
    List<ModelColumnViewModel> columns = model.shownProperty().get().columns();
    List<Label> lines = new ArrayList<>();
    StringBuilder spoken = new StringBuilder("Test digit " + label.getText());
    for (int i = 0; i < Math.min(columns.size(), digit.classifications().size()); i++) {
      Classification answer = digit.classifications().get(i);
      lines.add(line(columns.get(i), answer, digit.isCorrect(answer)));
      spoken.append(", ").append(columns.get(i).name()).append(' ').append(answer.digit());
    }
    answers.getChildren().setAll(lines);
    setAccessibleText(spoken.toString());
    setGraphic(tile);
  }

  private static Label line(ModelColumnViewModel column, Classification answer, boolean correct) {
    Region colour = new Region();
    colour.getStyleClass().add("model-colour");
    Label line =
        new Label(
            String.format(
                Locale.ROOT,
                "%s %d  %.0f%%",
                correct ? "✓" : "✗",
                answer.digit(),
                100 * answer.confidence()),
            colour);
    line.getStyleClass().addAll("answer-line", column.style());
    line.setMinHeight(LINE);
    return line;
  }
}
