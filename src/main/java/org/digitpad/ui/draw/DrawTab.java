package org.digitpad.ui.draw;

import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.digitpad.ui.answer.AnswerViewModel;
import org.digitpad.ui.pad.CanvasView;
import org.digitpad.ui.pad.PadCommands;
import org.digitpad.ui.pad.PadToolbar;
import org.digitpad.ui.pad.PadViewModel;

/**
 * The room to draw in: the paper with its tools, and the answer beside it; in a window that is
 * higher than wide, below it.
 */
public final class DrawTab extends Region {
  private static final double MARGIN = 24;
  private static final double GAP = 32;
  private static final double TOOLS_GAP = 8;
  private static final double NARROWEST_ANSWER = 352;
  private static final double WIDEST_ANSWER = 560;
  private static final double LARGEST_PAPER = 1280;

  /** From here on people look from afar, and type grows too. */
  private static final double LARGE_PAPER = 800;

  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

  private final CanvasView paper;
  private final PadToolbar tools;
  private final AnswerPane answer;
  private final Label fault = new Label();

  /**
   * @param model the paper and the pen
   * @param commands what can be done to the drawing
   * @param answers what the network makes of it
   * @param still whether nothing may glide
   */
  public DrawTab(
      PadViewModel model,
      PadCommands commands,
      AnswerViewModel answers,
      ObservableBooleanValue still) {
    paper = new CanvasView(model);
    tools = new PadToolbar(model, commands);
    answer = new AnswerPane(answers, still);
    getStyleClass().add("draw-room");
    fault.setId("draft-fault");
    fault.getStyleClass().add("draft-fault");
    fault.setWrapText(true);
    fault.textProperty().bind(model.draftFaultProperty());
    fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
    fault.textProperty().addListener((property, before, now) -> requestLayout());
    getChildren().addAll(paper, tools, answer, fault);
  }

  /** Puts the keyboard on the paper. */
  @Override
  public void requestFocus() {
    paper.requestFocus();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * MARGIN;
    double height = getHeight() - 2 * MARGIN - layoutFault(width);
    double toolsHeight = snapSizeY(tools.prefHeight(-1));
    double belowPaper = TOOLS_GAP + toolsHeight;
    boolean folded = height > width * 1.1;
    double underPaper = folded ? GAP + AnswerPane.FOLDED_HEIGHT : 0;
    double widest = folded ? width : width - GAP - NARROWEST_ANSWER;
    double highest = Math.min(height - belowPaper - underPaper, LARGEST_PAPER);
    double side = Math.floor(Math.min(widest, highest));
    double answerWidth = folded ? width : Math.min(WIDEST_ANSWER, width - side - GAP);
    double besidePaper = folded ? 0 : GAP + answerWidth;
    double left = MARGIN + Math.floor((width - side - besidePaper) / 2);
    double top = MARGIN + Math.floor((height - side - belowPaper - underPaper) / 2);
    pseudoClassStateChanged(LARGE, side >= LARGE_PAPER);
    paper.resizeRelocate(left, top, side, side);
    tools.resizeRelocate(left, top + side + TOOLS_GAP, side, toolsHeight);
    if (folded) {
      double below = top + side + belowPaper + GAP;
      answer.resizeRelocate(MARGIN, below, width, AnswerPane.FOLDED_HEIGHT);
    } else {
      answer.resizeRelocate(left + side + GAP, top, answerWidth, side);
    }
  }

  /** Lays out the line at the foot, where there is something to tell; returns what it takes. */
  private double layoutFault(double width) {
    if (!fault.isVisible()) {
      return 0;
    }
    double height = snapSizeY(fault.prefHeight(width));
    fault.resizeRelocate(MARGIN, getHeight() - MARGIN / 2 - height, width, height);
    return height;
  }
}
