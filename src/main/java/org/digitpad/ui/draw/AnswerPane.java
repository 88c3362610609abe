package org.digitpad.ui.draw;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.answer.NetworkImageView;
import org.digitpad.ui.answer.ProbabilityBars;
import org.digitpad.ui.answer.VerdictView;

/**
 * All about the answer. Tall, it is one column: the verdict at the top, the bars, and what the
 * network sees at the foot. Low and wide, the bars stand beside the other two.
 */
final class AnswerPane extends Region {
  /** Below this height a column would crowd. */
  private static final double LOWEST_COLUMN = 360;

  /** Height that the folded arrangement asks for. */
  static final double FOLDED_HEIGHT = 264;

  private static final double GAP = 24;

  private final VerdictView verdict = new VerdictView();
  private final ProbabilityBars bars;
  private final NetworkInputPane sight;

  AnswerPane(AnswerViewModel model, ObservableBooleanValue still) {
    this.bars = new ProbabilityBars(still);
    this.sight = new NetworkInputPane(model.readerNameProperty(), model.readerNoteProperty());
    getChildren().addAll(verdict, bars, sight);
    model.answerProperty().addListener((property, before, now) -> show(now));
    show(model.answerProperty().get());
  }

  private void show(Answer answer) {
    verdict.show(answer);
    bars.show(answer);
    sight.show(answer);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    int cell = cell(height);
    double sightHeight = NetworkImageView.side(cell);
    sight.setCell(cell);
    if (height >= LOWEST_COLUMN) {
      double digit = clamp(Math.round(height * 0.16), 64, 160);
      verdict.setDigitHeight(digit);
      verdict.resizeRelocate(0, 0, width, digit);
      double gap = height < 480 ? 16 : GAP;
      double barsHeight = height - digit - sightHeight - 2 * gap;
      bars.resizeRelocate(0, digit + gap, width, barsHeight);
      sight.resizeRelocate(0, height - sightHeight, width, sightHeight);
    } else {
      double left = Math.floor((width - 2 * GAP) / 2);
      double digit = Math.max(64, Math.min(96, height - sightHeight - GAP));
      verdict.setDigitHeight(digit);
      verdict.resizeRelocate(0, 0, left, digit);
      sight.resizeRelocate(0, height - sightHeight, left, sightHeight);
      bars.resizeRelocate(left + 2 * GAP, 0, width - left - 2 * GAP, height);
    }
  }

  /** Whole pixels only, and more of them where there is room. */
  private static int cell(double height) {
    return height < 480 ? 4 : height < 560 ? 5 : height < 720 ? 6 : 8;
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
