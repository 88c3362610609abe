package org.digitpad.ui.draw;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.NetworkInputView;
import org.digitpad.ui.answer.ProbabilityBars;
import org.digitpad.ui.answer.VerdictView;
import org.digitpad.ui.mydrawings.CorrectionRow;
import org.jspecify.annotations.Nullable;

/**
 * The answer: the verdict, the probability bars and the image that the network sees. If there is
 * enough height they form one column, otherwise the bars stand beside the other two.
 */
final class AnswerPane extends Region {
  /** Minimum height for one column, in pixels. */
  private static final double MIN_COLUMN_HEIGHT = 360;

  /** Height that the arrangement in two columns needs, in pixels. */
  static final double FOLDED_HEIGHT = 264;

  private static final double GAP = 24;

  /** Between the digits and the sentence in a small window. */
  private static final double NARROW_GAP = 12;

  private static final double MIN_WIDTH_WITH_GAP = 480;

  /** Below it, the image is smaller too, so that the bars keep their space, in pixels. */
  private static final double LOW_HEIGHT = 400;

  /** Below it, the panel takes the place of the row below the verdict, too, in pixels. */
  private static final double MIN_HEIGHT_WITH_ROW = 560;

  /** Height of the verdict then: two lines of its sentence. */
  private static final double LOW_VERDICT = 56;

  /** Between the verdict and the row below it. */
  private static final double ROW_GAP = 8;

  private final VerdictView verdict = new VerdictView(true);
  private final ProbabilityBars bars;
  private final NetworkInputPane networkInput;
  private final CorrectionRow correction;

  /**
   * @param picture the answer to a picture, which takes the place of that to what is drawn; null
   *     while none is open
   * @param correction says what the digit is; below the verdict
   */
  AnswerPane(
      ActiveModel activeModel,
      ObservableValue<@Nullable Answer> picture,
      CorrectionRow correction,
      ObservableBooleanValue motionReduced) {
    this.correction = correction;
    this.bars = new ProbabilityBars(motionReduced);
    this.networkInput = new NetworkInputPane(activeModel);
    getChildren().addAll(verdict, correction, bars, networkInput);
    ReadOnlyObjectProperty<Answer> answer = activeModel.answer().answerProperty();
    answer.addListener((property, before, now) -> show(picture.getValue(), now));
    picture.addListener((property, before, now) -> show(now, answer.get()));
    show(picture.getValue(), answer.get());
  }

  /** Leaves the place below the verdict to something else, or takes it back. */
  void setVerdictOnly(boolean verdictOnly) {
    if (bars.isVisible() == verdictOnly) {
      bars.setVisible(!verdictOnly);
      networkInput.setVisible(!verdictOnly);
      requestLayout();
    }
  }

  /** Height of the verdict with the row below it, where only these are shown. */
  double verdictHeight() {
    return isLow() ? LOW_VERDICT : digitHeight(getHeight()) + ROW_GAP + CorrectionRow.HEIGHT;
  }

  /** Whether only the verdict is shown, in little height. */
  private boolean isLow() {
    return !bars.isVisible() && getHeight() < MIN_HEIGHT_WITH_ROW;
  }

  private static double digitHeight(double height) {
    return clamp(Math.round(height * 0.16), 64, 160);
  }

  private void show(@Nullable Answer picture, Answer drawing) {
    show(picture == null ? drawing : picture);
  }

  private void show(Answer answer) {
    verdict.show(answer);
    bars.show(answer);
    networkInput.show(answer);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    int cell = cell(height);
    double inputHeight = NetworkInputView.side(cell);
    networkInput.setCell(cell);
    verdict.setGap(width < MIN_WIDTH_WITH_GAP ? NARROW_GAP : GAP);
    correction.setVisible(!isLow());
    if (height >= MIN_COLUMN_HEIGHT || !bars.isVisible()) {
      double digit = isLow() ? LOW_VERDICT : digitHeight(height);
      verdict.setDigitHeight(digit);
      verdict.resizeRelocate(0, 0, width, digit);
      correction.resizeRelocate(0, digit + ROW_GAP, width, CorrectionRow.HEIGHT);
      double gap = height < 480 ? 12 : GAP;
      double top = digit + ROW_GAP + CorrectionRow.HEIGHT + gap;
      bars.resizeRelocate(0, top, width, height - top - gap - inputHeight);
      networkInput.resizeRelocate(0, height - inputHeight, width, inputHeight);
    } else {
      double left = Math.floor((width - 2 * GAP) / 2);
      double digit =
          Math.max(64, Math.min(96, height - inputHeight - GAP - ROW_GAP - CorrectionRow.HEIGHT));
      verdict.setDigitHeight(digit);
      verdict.resizeRelocate(0, 0, left, digit);
      correction.resizeRelocate(0, digit + ROW_GAP, left, CorrectionRow.HEIGHT);
      networkInput.resizeRelocate(0, height - inputHeight, left, inputHeight);
      bars.resizeRelocate(left + 2 * GAP, 0, width - left - 2 * GAP, height);
    }
  }

  /** Returns how many screen pixels a pixel of the network's image takes. */
  private static int cell(double height) {
    return height < LOW_HEIGHT && height >= MIN_COLUMN_HEIGHT
        ? 3
        : height < 480 ? 4 : height < 560 ? 5 : height < 720 ? 6 : 8;
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
