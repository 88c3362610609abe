package org.digitpad.ui.draw;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.pad.CanvasView;
import org.digitpad.ui.pad.PadActions;
import org.digitpad.ui.pad.PadToolbar;
import org.digitpad.ui.pad.PadViewModel;

/**
 * The Draw tab: the canvas and its toolbar, with the answer beside them, or below in a window that
 * is higher than wide.
 */
public final class DrawTab extends Region {
  private static final double MARGIN = 24;
  private static final double GAP = 32;
  private static final double TOOLBAR_GAP = 8;
  private static final double MIN_ANSWER_WIDTH = 352;
  private static final double MAX_ANSWER_WIDTH = 560;
  private static final double MAX_CANVAS = 1280;

  /** From this size on, type grows too, as people look from a distance. */
  private static final double LARGE_CANVAS = 800;

  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

  private final CanvasView canvas;
  private final DigitBoxesLayer boxes;
  private final PadToolbar toolbar;
  private final AnswerPane answer;
  private final Label draftError = new Label();

  /**
   * @param model the content of the canvas
   * @param actions for the toolbar
   * @param activeModel predicts what is drawn
   * @param motionReduced whether animations are off
   */
  public DrawTab(
      PadViewModel model,
      PadActions actions,
      ActiveModel activeModel,
      ObservableBooleanValue motionReduced) {
    canvas = new CanvasView(model);
    boxes = new DigitBoxesLayer(activeModel.answer(), canvas);
    toolbar = new PadToolbar(model, actions);
    answer = new AnswerPane(activeModel, motionReduced);
    getStyleClass().add("draw-tab");
    draftError.setId("draft-error");
    draftError.getStyleClass().add("draft-error");
    draftError.setWrapText(true);
    draftError
        .textProperty()
        .bind(
            Bindings.when(model.draftErrorProperty().isEmpty())
                .then(model.draftNoteProperty())
                .otherwise(model.draftErrorProperty()));
    draftError.visibleProperty().bind(draftError.textProperty().isNotEmpty());
    draftError.textProperty().addListener((property, before, now) -> requestLayout());
    getChildren().addAll(canvas, boxes, toolbar, answer, draftError);
  }

  /** Focuses the canvas. */
  @Override
  public void requestFocus() {
    canvas.requestFocus();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * MARGIN;
    double height = getHeight() - 2 * MARGIN - layoutDraftError(width);
    double toolbarHeight = snapSizeY(toolbar.prefHeight(-1));
    double belowCanvas = TOOLBAR_GAP + toolbarHeight;
    boolean folded = height > width * 1.1;
    double foldedAnswer = folded ? GAP + AnswerPane.FOLDED_HEIGHT : 0;
    double widest = folded ? width : width - GAP - MIN_ANSWER_WIDTH;
    double highest = Math.min(height - belowCanvas - foldedAnswer, MAX_CANVAS);
    double side = Math.floor(Math.min(widest, highest));
    double answerWidth = folded ? width : Math.min(MAX_ANSWER_WIDTH, width - side - GAP);
    double besideCanvas = folded ? 0 : GAP + answerWidth;
    double left = MARGIN + Math.floor((width - side - besideCanvas) / 2);
    double top = MARGIN + Math.floor((height - side - belowCanvas - foldedAnswer) / 2);
    pseudoClassStateChanged(LARGE, side >= LARGE_CANVAS);
    canvas.resizeRelocate(left, top, side, side);
    boxes.resizeRelocate(left, top, side, side);
    toolbar.resizeRelocate(left, top + side + TOOLBAR_GAP, side, toolbarHeight);
    if (folded) {
      double below = top + side + belowCanvas + GAP;
      answer.resizeRelocate(MARGIN, below, width, AnswerPane.FOLDED_HEIGHT);
    } else {
      answer.resizeRelocate(left + side + GAP, top, answerWidth, side);
    }
  }

  /** Lays out the error at the bottom, if there is one, and returns its height. */
  private double layoutDraftError(double width) {
    if (!draftError.isVisible()) {
      return 0;
    }
    double height = snapSizeY(draftError.prefHeight(width));
    draftError.resizeRelocate(MARGIN, getHeight() - MARGIN / 2 - height, width, height);
    return height;
  }
}
