package org.digitpad.ui.answer;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import javafx.scene.transform.Scale;

/**
 * The predicted digit in large type, with a sentence beside it. Several digits share the same
 * space: they are as large as fits, the chosen one underlined. Where there is room, the sentence
 * stays where it is when a second digit begins; in a narrow column it is then below the digits.
 */
public final class VerdictView extends Region {
  private static final PseudoClass INACTIVE = PseudoClass.getPseudoClass("inactive");
  private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /** Digits are about 0.73 of the font size high and 0.64 wide. */
  private static final double FONT_SIZE_PER_HEIGHT = 1 / 0.76;

  private static final double WIDTH_PER_HEIGHT = 0.9;
  private static final double LINE_THICKNESS = 3;
  private static final double LINE_GAP = 4;

  /** Share of the width that the sentence takes where there is room. */
  private static final double SENTENCE_SHARE = 0.45;

  private static final double MIN_SENTENCE_WIDTH = 160;

  /** The sentence takes at most this share of the height below several digits. */
  private static final double MAX_SENTENCE_SHARE = 0.5;

  private final Text before = new Text();
  private final Text headline = new Text();
  private final Text after = new Text();
  private final List<Text> texts = List.of(before, headline, after);
  private final Pane row = new Pane(before, headline, after);
  private final Scale rowScale = new Scale();
  private final Region line = new Region();
  private final Label sentence = new Label();
  private final boolean wide;
  private double digitHeight;
  private double gap = 24;

  /** Whether the sentence is about a failure, and may be long. */
  private boolean failed;

  /**
   * @param wide whether there is room for several digits beside the sentence
   */
  public VerdictView(boolean wide) {
    this.wide = wide;
    headline.setId("predicted");
    headline.getStyleClass().add("predicted");
    before.getStyleClass().add("predicted-beside");
    after.getStyleClass().add("predicted-beside");
    line.getStyleClass().add("predicted-line");
    line.setVisible(false);
    row.setManaged(false);
    row.getTransforms().add(rowScale);
    sentence.setId("sentence");
    sentence.getStyleClass().add("sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(0);
    getChildren().addAll(row, line, sentence);
    // the row is placed here, so it does not pass on that a text has got another size
    texts.forEach(text -> text.layoutBoundsProperty().addListener(change -> requestLayout()));
  }

  /** Sets the height of a single digit, which is that of all, in pixels. */
  public void setDigitHeight(double height) {
    digitHeight = height;
    texts.forEach(
        text ->
            text.setStyle("-fx-font-size: " + Math.round(height * FONT_SIZE_PER_HEIGHT) + "px;"));
    requestLayout();
  }

  /** Sets the distance between the digit and the sentence, in pixels. */
  public void setGap(double next) {
    gap = next;
    requestLayout();
  }

  public void show(Answer answer) {
    String all = answer.headline();
    int chosen = answer.chosen();
    before.setText(all.substring(0, chosen));
    headline.setText(all.substring(chosen, chosen + 1));
    after.setText(all.substring(chosen + 1));
    boolean several = all.length() > 1;
    TextBoundsType bounds = several || wide ? TextBoundsType.LOGICAL : TextBoundsType.VISUAL;
    texts.forEach(text -> text.setBoundsType(bounds));
    line.setVisible(several);
    headline.setAccessibleText(answer.description());
    headline.pseudoClassStateChanged(INACTIVE, !answer.hasPrediction());
    headline.pseudoClassStateChanged(REJECTED, !several && answer.state() == Answer.State.REJECTED);
    sentence.setText(answer.sentence());
    sentence.pseudoClassStateChanged(INACTIVE, !answer.hasPrediction() && !answer.isError());
    failed = answer.isError();
    sentence.pseudoClassStateChanged(FAILED, failed);
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    return digitWidth() + gap + sentence.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return digitHeight;
  }

  private double digitWidth() {
    return Math.round(digitHeight * WIDTH_PER_HEIGHT);
  }

  @Override
  protected void layoutChildren() {
    if (wide && !failed) {
      layoutWide(getWidth(), getHeight());
    } else if (line.isVisible()) {
      layoutSeveral(getWidth(), getHeight());
    } else {
      layoutSingle(getWidth(), getHeight());
    }
  }

  /** One digit or several: the first stays where it is, and so does the sentence. */
  private void layoutWide(double width, double height) {
    double sentenceWidth = Math.max(MIN_SENTENCE_WIDTH, Math.floor(SENTENCE_SHARE * width));
    double left = width - sentenceWidth;
    double advance = layoutTexts();
    double scale = Math.min(height / digitHeight, Math.min(1, (left - gap) / advance));
    double top = Math.floor((height - scale * digitHeight) / 2);
    placeRow(scale, top);
    sentence.setAlignment(Pos.CENTER_LEFT);
    sentence.resizeRelocate(left, 0, sentenceWidth, height);
  }

  private void layoutSingle(double width, double height) {
    Bounds digit = headline.getLayoutBounds();
    setRowScale(1);
    row.relocate(0, 0);
    headline.setLayoutX(-digit.getMinX());
    headline.setLayoutY((height - digit.getHeight()) / 2 - digit.getMinY());
    double left = digitWidth() + gap;
    sentence.setAlignment(Pos.CENTER_LEFT);
    sentence.resizeRelocate(left, 0, Math.max(0, width - left), height);
  }

  private void layoutSeveral(double width, double height) {
    double sentenceHeight =
        Math.min(snapSizeY(sentence.prefHeight(width)), MAX_SENTENCE_SHARE * height);
    double available = height - sentenceHeight - LINE_THICKNESS - 2 * LINE_GAP;
    double advance = layoutTexts();
    double scale = Math.min(available / digitHeight, width / advance);
    placeRow(scale, Math.floor((available - scale * digitHeight) / 2));
    sentence.setAlignment(Pos.TOP_LEFT);
    sentence.resizeRelocate(0, height - sentenceHeight, width, sentenceHeight);
  }

  /** Places the digits side by side, and returns the width of all before they are scaled. */
  private double layoutTexts() {
    double advance = 0;
    for (Text text : texts) {
      text.setLayoutX(advance);
      text.setLayoutY(digitHeight);
      advance += text.getText().isEmpty() ? 0 : text.getLayoutBounds().getWidth();
    }
    return Math.max(1, advance);
  }

  private void placeRow(double scale, double top) {
    setRowScale(scale);
    row.relocate(0, top);
    line.resizeRelocate(
        scale * headline.getLayoutX(),
        top + scale * digitHeight + LINE_GAP,
        scale * headline.getLayoutBounds().getWidth(),
        LINE_THICKNESS);
  }

  private void setRowScale(double scale) {
    rowScale.setX(scale);
    rowScale.setY(scale);
  }
}
