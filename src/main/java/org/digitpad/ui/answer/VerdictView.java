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
 * The predicted digit in large type, with a sentence beside it, or below it where there is not
 * enough width. Several digits share the same space: they are as large as fits, the chosen one
 * underlined. The sentence and the first digit stay where they are when a second digit begins.
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

  /** Smallest share of the width that the sentence takes beside the digits. */
  private static final double SENTENCE_SHARE = 0.45;

  /** Largest share of the width beside the digits, or of the height below them. */
  private static final double MAX_SENTENCE_SHARE = 0.6;

  /** Room for "Almost certainly an 8" in one line, in heights of a line. */
  private static final double SENTENCE_LINES = 9.3;

  private static final double MIN_SENTENCE_WIDTH = 160;

  /** From this width on, a sentence in small type is beside the digits. */
  private static final double MIN_WIDTH_BESIDE = 280;

  private final Text before = new Text();
  private final Text headline = new Text();
  private final Text after = new Text();
  private final List<Text> texts = List.of(before, headline, after);
  private final Pane row = new Pane(before, headline, after);
  private final Scale rowScale = new Scale();
  private final Region line = new Region();
  private final Label sentence = new Label();
  private final boolean alwaysBeside;
  private double digitHeight;
  private double gap = 12;

  /** Whether the sentence is about a failure, and may be long. */
  private boolean failed;

  /**
   * @param alwaysBeside whether the sentence is beside the digits at any width
   */
  public VerdictView(boolean alwaysBeside) {
    this.alwaysBeside = alwaysBeside;
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
    if (height == digitHeight) {
      return;
    }
    digitHeight = height;
    String style = "-fx-font-size: " + Math.round(height * FONT_SIZE_PER_HEIGHT) + "px;";
    for (Text text : texts) {
      text.setStyle(style);
      // called during layout, after the styles: the first frame would show small type
      text.applyCss();
    }
    requestLayout();
  }

  /** Sets the distance between the digit and the sentence, in pixels. */
  public void setGap(double next) {
    if (next != gap) {
      gap = next;
      requestLayout();
    }
  }

  public void show(Answer answer) {
    String all = answer.headline();
    int chosen = answer.chosen();
    before.setText(all.substring(0, chosen));
    headline.setText(all.substring(chosen, chosen + 1));
    after.setText(all.substring(chosen + 1));
    boolean several = all.length() > 1;
    TextBoundsType bounds = answer.isError() ? TextBoundsType.VISUAL : TextBoundsType.LOGICAL;
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
    if (failed) {
      layoutFailure(getWidth(), getHeight());
    } else if (alwaysBeside || getWidth() >= MIN_WIDTH_BESIDE) {
      layoutBeside(getWidth(), getHeight());
    } else {
      layoutBelow(getWidth(), getHeight());
    }
  }

  private void layoutBeside(double width, double height) {
    double wanted = Math.min(SENTENCE_LINES * lineHeight(), MAX_SENTENCE_SHARE * width);
    double sentenceWidth =
        Math.ceil(Math.max(MIN_SENTENCE_WIDTH, Math.max(SENTENCE_SHARE * width, wanted)));
    double left = width - sentenceWidth;
    double advance = layoutTexts();
    double scale = Math.min(height / digitHeight, Math.min(1, (left - gap) / advance));
    double top = Math.floor((height - scale * digitHeight) / 2);
    placeRow(scale, top);
    sentence.setAlignment(Pos.CENTER_LEFT);
    sentence.resizeRelocate(left, 0, sentenceWidth, height);
  }

  private void layoutFailure(double width, double height) {
    Bounds digit = headline.getLayoutBounds();
    setRowScale(1);
    row.relocate(0, 0);
    headline.setLayoutX(-digit.getMinX());
    headline.setLayoutY((height - digit.getHeight()) / 2 - digit.getMinY());
    double left = digitWidth() + gap;
    sentence.setAlignment(Pos.CENTER_LEFT);
    sentence.resizeRelocate(left, 0, Math.max(0, width - left), height);
  }

  /** Only for a sentence of two lines, the longest, do the digits get smaller. */
  private void layoutBelow(double width, double height) {
    double sentenceHeight =
        Math.min(snapSizeY(sentence.prefHeight(width)), MAX_SENTENCE_SHARE * height);
    double available = height - sentenceHeight - LINE_THICKNESS - 2 * LINE_GAP;
    double advance = layoutTexts();
    double scale = Math.min(available / digitHeight, width / advance);
    placeRow(scale, Math.floor((available - scale * digitHeight) / 2));
    sentence.setAlignment(Pos.TOP_LEFT);
    sentence.resizeRelocate(0, height - sentenceHeight, width, sentenceHeight);
  }

  /** Height of the sentence where it does not wrap. */
  private double lineHeight() {
    return snapSizeY(sentence.prefHeight(Double.MAX_VALUE));
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
