package org.digitpad.ui.answer;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** The predicted digit in large type, with a sentence beside it. */
public final class VerdictView extends HBox {
  private static final PseudoClass INACTIVE = PseudoClass.getPseudoClass("inactive");
  private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /** Digits are about 0.73 of the font size high and 0.64 wide. */
  private static final double FONT_SIZE_PER_HEIGHT = 1 / 0.76;

  private static final double WIDTH_PER_HEIGHT = 0.9;

  private final Text headline = new Text();
  private final StackPane box = new StackPane(headline);
  private final Label sentence = new Label();

  public VerdictView() {
    super(24);
    setAlignment(Pos.CENTER_LEFT);
    headline.setId("predicted");
    headline.getStyleClass().add("predicted");
    headline.setBoundsType(TextBoundsType.VISUAL);
    box.setAlignment(Pos.CENTER_LEFT);
    sentence.setId("sentence");
    sentence.getStyleClass().add("sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(0);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    getChildren().addAll(box, sentence);
  }

  /** Sets the height of the digit, in pixels. */
  public void setDigitHeight(double height) {
    headline.setStyle("-fx-font-size: " + Math.round(height * FONT_SIZE_PER_HEIGHT) + "px;");
    double width = Math.round(height * WIDTH_PER_HEIGHT);
    box.setMinSize(width, height);
    box.setMaxSize(width, height);
    box.setPrefSize(width, height);
  }

  public void show(Answer answer) {
    headline.setText(answer.headline());
    headline.setAccessibleText(answer.sentence());
    headline.pseudoClassStateChanged(INACTIVE, !answer.hasPrediction());
    headline.pseudoClassStateChanged(REJECTED, answer.state() == Answer.State.REJECTED);
    sentence.setText(answer.sentence());
    sentence.pseudoClassStateChanged(INACTIVE, !answer.hasPrediction() && !answer.isError());
    sentence.pseudoClassStateChanged(FAILED, answer.isError());
  }
}
