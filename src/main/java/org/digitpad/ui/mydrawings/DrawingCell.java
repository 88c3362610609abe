package org.digitpad.ui.mydrawings;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.drawings.DrawingFiles;
import org.digitpad.ui.pad.InkPath;
import org.jspecify.annotations.Nullable;

/** A drawing in the grid, with what it was read as below it if that was wrong. */
final class DrawingCell extends Region {
  /** Width and height of the paper. */
  static final double SIDE = 64;

  /** Width of a cell: the paper, and what is between two. */
  static final double WIDTH = SIDE + 8;

  /** Height of a cell: the paper, the line below it, and what is between two. */
  static final double HEIGHT = SIDE + 24;

  private static final double PADDING = 3;
  private static final double CAPTION_HEIGHT = 18;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Region paper = new Region();
  private final Group ink = new Group();
  private final Label caption = new Label();
  private @Nullable MyDrawing shown;

  DrawingCell() {
    getStyleClass().add("my-drawing");
    paper.getStyleClass().add("thumbnail");
    caption.getStyleClass().add("my-drawing-answer");
    double scale = (SIDE - 2 * PADDING) / CanvasContent.SIZE;
    ink.getTransforms().add(new Scale(scale, scale));
    ink.setManaged(false);
    ink.setMouseTransparent(true);
    getChildren().addAll(paper, ink, caption);
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
  }

  void show(MyDrawing drawing, boolean selected, boolean current) {
    if (drawing != shown) {
      shown = drawing;
      List<Stroke> strokes = DrawingFiles.fitted(drawing.drawing()).strokes();
      ink.getChildren()
          .setAll(
              strokes.stream()
                  .map(
                      stroke -> {
                        InkPath path = new InkPath();
                        path.show(stroke);
                        return path;
                      })
                  .toList());
      caption.setText(caption(drawing));
    }
    pseudoClassStateChanged(SELECTED, selected);
    pseudoClassStateChanged(CURRENT, current);
  }

  private static String caption(MyDrawing drawing) {
    Integer answer = drawing.answer();
    if (answer == null || !drawing.isMisread()) {
      return "";
    }
    return answer == MyDrawing.NO_DIGIT
        ? Messages.get("ui.mydrawings.cell.readNoDigit")
        : Messages.get("ui.mydrawings.cell.read", answer);
  }

  @Override
  protected void layoutChildren() {
    double left = (WIDTH - SIDE) / 2;
    paper.resizeRelocate(left, 2, SIDE, SIDE);
    ink.relocate(0, 0);
    ink.setLayoutX(left + PADDING);
    ink.setLayoutY(2 + PADDING);
    caption.resizeRelocate(left, SIDE + 3, SIDE, CAPTION_HEIGHT);
  }
}
