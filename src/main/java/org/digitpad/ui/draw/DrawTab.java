package org.digitpad.ui.draw;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.digitpad.ui.answer.ActiveModel;
import org.digitpad.ui.answer.DigitBoxesLayer;
import org.digitpad.ui.common.LazyTooltips;
import org.digitpad.ui.drawings.DrawingActions;
import org.digitpad.ui.drawings.DrawingClipboard;
import org.digitpad.ui.drawings.DrawingFilesViewModel;
import org.digitpad.ui.drawings.DrawingMenu;
import org.digitpad.ui.drawings.DrawingStrip;
import org.digitpad.ui.drawings.DrawingsViewModel;
import org.digitpad.ui.inside.InsideOverlay;
import org.digitpad.ui.inside.InsidePanel;
import org.digitpad.ui.inside.InsideToggle;
import org.digitpad.ui.inside.InsideViewModel;
import org.digitpad.ui.mydrawings.CorrectionRow;
import org.digitpad.ui.mydrawings.CorrectionViewModel;
import org.digitpad.ui.mydrawings.MyDrawingsViewModel;
import org.digitpad.ui.mydrawings.UndoChangeButton;
import org.digitpad.ui.pad.CanvasView;
import org.digitpad.ui.pad.PadActions;
import org.digitpad.ui.pad.PadToolbar;
import org.digitpad.ui.pad.PadViewModel;
import org.digitpad.ui.picture.PictureActions;
import org.digitpad.ui.picture.PictureToolbar;
import org.digitpad.ui.picture.PictureView;
import org.digitpad.ui.picture.PictureViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The Draw tab: the canvas and its toolbar, or a picture in their place, with the answer beside
 * them, or below in a window that is higher than wide. At the bottom is the strip of recent
 * drawings, which can be folded; its button and the sentence about what went wrong are in the
 * margin, so that neither moves anything. So is the button of the panel that shows what the network
 * does, which opens below the verdict in place of the rest of the answer.
 */
public final class DrawTab extends Region {
  private static final double MARGIN = 24;
  private static final double GAP = 32;
  private static final double TOOLBAR_GAP = 8;
  private static final double MIN_ANSWER_WIDTH = 352;
  private static final double MAX_ANSWER_WIDTH = 560;

  /** Where type is large. */
  private static final double MAX_LARGE_ANSWER_WIDTH = 720;

  private static final double MAX_CANVAS = 1280;

  /** From this height on, that of a window of 720 pixels, there is room for the strip. */
  private static final double MIN_HEIGHT_WITH_STRIP = 664;

  private static final double STRIP_GAP = 8;
  private static final double MAX_INSIDE_WIDTH = 960;
  private static final double FOLDED_HEIGHT_WITH_INSIDE = 464;

  /** From this size on, type grows too, as people look from a distance. */
  private static final double LARGE_CANVAS = 800;

  private static final PseudoClass INFORMING = PseudoClass.getPseudoClass("informing");
  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

  private final CanvasView canvas;
  private final DigitBoxesLayer boxes;
  private final PadToolbar toolbar;
  private final AnswerPane answer;
  private final DrawingsViewModel drawings;
  private final DrawingClipboard drawingClipboard;
  private final DrawingActions drawingActions;
  private final DrawingStrip strip;
  private final StripToggle stripToggle;
  private final InsideViewModel inside;
  private final InsideToggle insideToggle;
  private final ActiveModel activeModel;
  private final ObservableBooleanValue motionReduced;

  /** Created when it is first opened, with what it shows on the canvas. */
  private @Nullable InsidePanel insidePanel;

  private @Nullable InsideOverlay insideOverlay;

  /** In place of the one of the answer, which the panel covers. */
  private @Nullable ModelChooser insideModel;

  private final Label draftError = new Label();

  /** Beside the sentence about a correction. */
  private final UndoChangeButton undoCorrection;

  private final PictureViewModel picture;

  /** Created with the first picture, with its toolbar. */
  private @Nullable PictureView pictureView;

  private @Nullable PictureToolbar pictureToolbar;

  /**
   * @param model the content of the canvas
   * @param actions for the toolbar
   * @param picture a picture that takes the place of the canvas
   * @param activeModel predicts what is drawn
   * @param motionReduced whether animations are off
   * @param drawings the recent drawings
   * @param files opens and saves drawings
   * @param inside what the network does with the drawing
   * @param correction what the person says about the answer
   */
  public DrawTab(
      PadViewModel model,
      PadActions actions,
      PictureViewModel picture,
      ActiveModel activeModel,
      ObservableBooleanValue motionReduced,
      DrawingsViewModel drawings,
      DrawingFilesViewModel files,
      InsideViewModel inside,
      CorrectionViewModel correction) {
    this.drawings = drawings;
    this.inside = inside;
    this.activeModel = activeModel;
    this.motionReduced = motionReduced;
    insideToggle = new InsideToggle(inside);
    canvas = new CanvasView(model);
    boxes = new DigitBoxesLayer(activeModel.answer(), canvas);
    this.picture = picture;
    drawingClipboard = new DrawingClipboard(files);
    drawingActions = DrawingActions.of(files, drawingClipboard, () -> this);
    toolbar =
        new PadToolbar(
            model, actions, DrawingMenu.button(drawingActions, drawings, this::isStripShown));
    strip = new DrawingStrip(drawings);
    stripToggle = new StripToggle(drawings, this::isStripShown);
    CorrectionRow correctionRow = new CorrectionRow(correction);
    answer = new AnswerPane(activeModel, picture.answerProperty(), correctionRow, motionReduced);
    addEventHandler(KeyEvent.KEY_TYPED, correctionRow::keyTyped);
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, correctionRow::keyPressed);
    MyDrawingsViewModel mine = correction.drawings();
    undoCorrection = new UndoChangeButton(mine, correction.messageProperty(), "undo-correction");
    getStyleClass().add("draw-tab");
    draftError.setId("draft-error");
    draftError.getStyleClass().add("draft-error");
    draftError.setWrapText(true);
    draftError
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    first(
                        model.draftErrorProperty().get(),
                        correction.messageProperty().get(),
                        drawings.messageProperty().get(),
                        model.draftNoteProperty().get()),
                model.draftErrorProperty(),
                correction.messageProperty(),
                drawings.messageProperty(),
                model.draftNoteProperty()));
    undoCorrection.visibleProperty().addListener((property, before, now) -> requestLayout());
    draftError.visibleProperty().bind(draftError.textProperty().isNotEmpty());
    draftError
        .textProperty()
        .addListener(
            (property, before, now) ->
                draftError.pseudoClassStateChanged(
                    INFORMING,
                    drawings.isInforming() && now.equals(drawings.messageProperty().get())
                        || !mine.failedProperty().get()
                            && now.equals(correction.messageProperty().get())));
    draftError.setAlignment(Pos.TOP_LEFT);
    LazyTooltips.install(draftError, draftError.textProperty());
    drawings.shownProperty().addListener((property, before, now) -> requestLayout());
    picture.stateProperty().addListener((property, before, now) -> showPicture());
    getChildren()
        .addAll(
            canvas,
            boxes,
            toolbar,
            answer,
            strip,
            stripToggle,
            draftError,
            undoCorrection,
            insideToggle);
    inside.openProperty().addListener((property, before, now) -> showInside());
    showInside();
  }

  /** The actions that bring drawings in and out. */
  public DrawingActions drawingActions() {
    return drawingActions;
  }

  /** What copies and pastes. */
  public DrawingClipboard drawingClipboard() {
    return drawingClipboard;
  }

  private static String first(String... sentences) {
    for (String sentence : sentences) {
      if (!sentence.isEmpty()) {
        return sentence;
      }
    }
    return "";
  }

  private boolean isStripShown() {
    return drawings.shownProperty().get().orElse(getHeight() >= MIN_HEIGHT_WITH_STRIP);
  }

  /** Focuses the canvas, or the picture in its place. */
  @Override
  public void requestFocus() {
    if (picture.isOpen() && pictureView != null) {
      pictureView.requestFocus();
    } else {
      canvas.requestFocus();
    }
  }

  private void showPicture() {
    boolean open = picture.isOpen();
    if (open == canvas.isVisible()) {
      if (pictureView == null || pictureToolbar == null) {
        pictureView = new PictureView(picture);
        pictureToolbar =
            new PictureToolbar(picture, PictureActions.of(picture), pictureView::requestFocus);
        getChildren().addAll(2, List.of(pictureView, pictureToolbar));
      }
      pictureView.setVisible(open);
      pictureToolbar.setVisible(open);
      canvas.setVisible(!open);
      toolbar.setVisible(!open);
      requestLayout();
      requestFocus();
    }
  }

  private void showInside() {
    boolean open = inside.openProperty().get();
    if (open && insidePanel == null) {
      insidePanel = new InsidePanel(inside, motionReduced);
      insideOverlay = new InsideOverlay(inside);
      insideOverlay.visibleProperty().bind(canvas.visibleProperty());
      getChildren().add(getChildren().indexOf(canvas) + 1, insideOverlay);
      insideModel = new ModelChooser(activeModel);
      getChildren().addAll(getChildren().indexOf(answer) + 1, List.of(insidePanel, insideModel));
    }
    if (insidePanel != null && insideModel != null) {
      insidePanel.setVisible(open);
      insideModel.setVisible(open);
    }
    requestLayout();
  }

  /** Returns its left edge. */
  private double layoutInsideToggle() {
    double width = snapSizeX(insideToggle.prefWidth(-1));
    double left = getWidth() - MARGIN - width;
    insideToggle.resizeRelocate(left, 0, width, MARGIN);
    return left;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * MARGIN;
    boolean stripShown = isStripShown();
    double stripHeight = stripShown ? STRIP_GAP + DrawingStrip.HEIGHT : 0;
    double height = getHeight() - 2 * MARGIN - stripHeight;
    double toolbarHeight = snapSizeY(toolbar.prefHeight(-1));
    double belowCanvas = TOOLBAR_GAP + toolbarHeight;
    boolean folded = height > width * 1.1;
    boolean open = inside.openProperty().get();
    double foldedHeight = open ? FOLDED_HEIGHT_WITH_INSIDE : AnswerPane.FOLDED_HEIGHT;
    double foldedAnswer = folded ? GAP + foldedHeight : 0;
    double widest = folded ? width : width - GAP - MIN_ANSWER_WIDTH;
    double highest = Math.min(height - belowCanvas - foldedAnswer, MAX_CANVAS);
    double side = Math.floor(Math.min(widest, highest));
    boolean large = side >= LARGE_CANVAS;
    double maxAnswerWidth = large ? MAX_LARGE_ANSWER_WIDTH : MAX_ANSWER_WIDTH;
    double closedWidth = folded ? width : Math.min(maxAnswerWidth, width - side - GAP);
    double besideCanvas = folded ? 0 : GAP + closedWidth;
    double left = MARGIN + Math.floor((width - side - besideCanvas) / 2);
    // the panel takes what is free on the right, so that the canvas stays where it is
    double openWidth = Math.min(MAX_INSIDE_WIDTH, MARGIN + width - left - side - GAP);
    double answerWidth = open && !folded ? openWidth : closedWidth;
    double top = MARGIN + Math.floor((height - side - belowCanvas - foldedAnswer) / 2);
    pseudoClassStateChanged(LARGE, large);
    canvas.resizeRelocate(left, top, side, side);
    boxes.resizeRelocate(left, top, side, side);
    toolbar.resizeRelocate(left, top + side + TOOLBAR_GAP, side, toolbarHeight);
    if (pictureView != null && pictureToolbar != null) {
      pictureView.resizeRelocate(left, top, side, side);
      pictureToolbar.resizeRelocate(left, top + side + TOOLBAR_GAP, side, toolbarHeight);
    }
    if (folded) {
      double below = top + side + belowCanvas + GAP;
      answer.resizeRelocate(MARGIN, below, width, foldedHeight);
    } else {
      answer.resizeRelocate(left + side + GAP, top, answerWidth, side);
    }
    answer.setVerdictOnly(open);
    double toggleLeft = layoutInsideToggle();
    if (insidePanel != null && insideOverlay != null && insideModel != null) {
      insideOverlay.resizeRelocate(left, top, side, side);
      double verdict = answer.verdictHeight() + TOOLBAR_GAP;
      insidePanel.resizeRelocate(
          answer.getLayoutX(),
          answer.getLayoutY() + verdict,
          answer.getWidth(),
          Math.max(0, answer.getHeight() - verdict));
      double modelWidth = snapSizeX(insideModel.prefWidth(-1));
      insideModel.resizeRelocate(toggleLeft - GAP - modelWidth, 0, modelWidth, MARGIN);
    }
    double bottom = getHeight() - MARGIN;
    strip.setVisible(stripShown);
    // not below the canvas, which moves as its size changes
    strip.resizeRelocate(
        MARGIN - DrawingStrip.PADDING,
        bottom - DrawingStrip.HEIGHT,
        width + 2 * DrawingStrip.PADDING,
        DrawingStrip.HEIGHT);
    double toggleWidth = snapSizeX(stripToggle.prefWidth(-1));
    stripToggle.resizeRelocate(MARGIN, bottom, toggleWidth, MARGIN);
    stripToggle.update();
    double undoWidth = undoCorrection.isVisible() ? snapSizeX(undoCorrection.prefWidth(-1)) : 0;
    if (folded) {
      double noteLeft = MARGIN + toggleWidth + TOOLBAR_GAP;
      double noteWidth = width + MARGIN - noteLeft;
      draftError.resizeRelocate(noteLeft, bottom + 2, noteWidth - undoWidth, MARGIN - 2);
      undoCorrection.resizeRelocate(noteLeft + noteWidth - undoWidth, bottom, undoWidth, MARGIN);
    } else {
      double noteLeft = left + side + GAP;
      double noteTop = top + side + TOOLBAR_GAP;
      double noteBottom = bottom + (stripShown ? -DrawingStrip.HEIGHT - 1 : MARGIN - 4);
      double noteHeight = Math.max(MARGIN, noteBottom - noteTop);
      draftError.resizeRelocate(noteLeft, noteTop, answerWidth - undoWidth, noteHeight);
      undoCorrection.resizeRelocate(
          noteLeft + answerWidth - undoWidth, noteTop - 2, undoWidth, MARGIN);
    }
  }
}
