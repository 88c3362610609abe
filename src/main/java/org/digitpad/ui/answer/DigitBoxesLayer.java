package org.digitpad.ui.answer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.digitpad.ink.CanvasContent;

/**
 * Frames around several digits on the canvas, each with a tab that tells what it is read as and
 * chooses it. On the canvas, the left and right arrow keys choose a digit, and Escape the one that
 * was drawn on last again. The frames leave the pen alone.
 */
public final class DigitBoxesLayer extends Pane {
  private final DigitRow answer;
  private final Node canvas;
  private final List<DigitFrame> frames = new ArrayList<>();

  /**
   * @param answer tells what the digits are
   * @param canvas the canvas below, which has the same size
   */
  public DigitBoxesLayer(DigitRow answer, Node canvas) {
    this.answer = answer;
    this.canvas = canvas;
    setId("digit-boxes");
    setPickOnBounds(false);
    canvas.visibleProperty().addListener((property, before, now) -> setVisible(now));
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    answer.boxesProperty().addListener((property, before, now) -> show(now));
    show(answer.boxesProperty().get());
  }

  private void keyPressed(KeyEvent event) {
    boolean plain =
        !event.isShortcutDown()
            && !event.isControlDown()
            && !event.isAltDown()
            && !event.isShiftDown();
    // another handler of the canvas may have moved a selection
    if (event.isConsumed() || !plain || answer.boxesProperty().get().isEmpty()) {
      return;
    }
    KeyCode key = event.getCode();
    if (key == KeyCode.LEFT || key == KeyCode.RIGHT) {
      answer.chooseBeside(key == KeyCode.LEFT ? -1 : 1);
      event.consume();
    } else if (key == KeyCode.ESCAPE && answer.followPen()) {
      event.consume();
    }
  }

  private void show(List<DigitBox> boxes) {
    while (frames.size() < boxes.size()) {
      int index = frames.size();
      DigitFrame frame = new DigitFrame(canvas, () -> answer.choose(index));
      frames.add(frame);
      getChildren().addAll(frame.nodes());
    }
    for (int i = 0; i < frames.size(); i++) {
      frames.get(i).setVisible(i < boxes.size());
      if (i < boxes.size()) {
        frames.get(i).show(boxes.get(i), i + 1, boxes.size());
      }
    }
    canvas.setAccessibleHelp(boxes.isEmpty() ? null : answer.description());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    List<DigitBox> boxes = answer.boxesProperty().get();
    for (int i = 0; i < boxes.size(); i++) {
      frames.get(i).layout(getWidth() / CanvasContent.SIZE, getWidth());
    }
  }
}
