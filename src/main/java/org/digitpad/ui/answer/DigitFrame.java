package org.digitpad.ui.answer;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.digitpad.i18n.Messages;
import org.digitpad.recognize.sequence.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * The frame around one of several digits, and its tab. A click on the tab chooses the digit. A drag
 * that begins there draws, as it does anywhere else on the canvas.
 */
final class DigitFrame {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** Distance of the frame from the ink, in pixels. */
  private static final double PADDING = 3;

  private static final double TAB_WIDTH = 20;
  private static final double TAB_HEIGHT = 18;

  /** A pointer that moves farther than this is drawing, in pixels. */
  private static final double CLICK_DISTANCE = 4;

  private final Node canvas;
  private final Region frame = new Region();
  private final DigitTab tab;
  private DigitBox box = new DigitBox(new BoundingBox(0, 0, 0, 0), "", false);
  private @Nullable MouseEvent pressed;
  private boolean drawing;

  /**
   * @param canvas receives the drags that begin on the tab
   */
  DigitFrame(Node canvas, Runnable choose) {
    this.canvas = canvas;
    tab = new DigitTab(choose);
    frame.getStyleClass().add("digit-frame");
    frame.setMouseTransparent(true);
    tab.setOnMousePressed(this::press);
    tab.setOnMouseDragged(this::drag);
    tab.setOnMouseReleased(this::release);
  }

  /** The frame and the tab, to be placed by {@link #layout} only. */
  List<Node> nodes() {
    return List.of(frame, tab);
  }

  void setVisible(boolean visible) {
    frame.setVisible(visible);
    tab.setVisible(visible);
  }

  /**
   * @param number of the digit, from 1
   * @param count of all digits
   */
  void show(DigitBox next, int number, int count) {
    box = next;
    tab.setText(box.text());
    tab.setAccessibleText(Messages.get("ui.draw.digit", number, count, box.text()));
    frame.pseudoClassStateChanged(CHOSEN, box.chosen());
    tab.pseudoClassStateChanged(CHOSEN, box.chosen());
  }

  /**
   * Places the frame around the ink, and the tab above it, or below it where the canvas ends.
   *
   * @param scale pixels per canvas unit
   * @param side of the canvas, in pixels
   */
  void layout(double scale, double side) {
    BoundingBox ink = box.box();
    double left = Math.max(1, Math.floor(ink.x() * scale - PADDING));
    double top = Math.max(1, Math.floor(ink.y() * scale - PADDING));
    double right = Math.min(side - 1, Math.ceil(ink.right() * scale + PADDING));
    double bottom = Math.min(side - 1, Math.ceil(ink.bottom() * scale + PADDING));
    frame.resizeRelocate(left, top, right - left, bottom - top);
    double tabLeft = Math.round((left + right - TAB_WIDTH) / 2);
    double tabTop = top - TAB_HEIGHT;
    if (tabTop < 0) {
      tabTop = Math.min(bottom, side - TAB_HEIGHT);
    }
    tab.resizeRelocate(
        Math.max(0, Math.min(side - TAB_WIDTH, tabLeft)), tabTop, TAB_WIDTH, TAB_HEIGHT);
  }

  private void press(MouseEvent event) {
    pressed = event;
    drawing = false;
    if (event.getButton() != MouseButton.PRIMARY) {
      draw();
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    MouseEvent start = pressed;
    if (!drawing
        && start != null
        && Math.hypot(event.getX() - start.getX(), event.getY() - start.getY()) > CLICK_DISTANCE) {
      draw();
    }
    pass(event);
  }

  private void release(MouseEvent event) {
    if (!drawing) {
      tab.choose();
      canvas.requestFocus();
    }
    pass(event);
    pressed = null;
    drawing = false;
  }

  private void draw() {
    drawing = true;
    if (pressed != null) {
      pass(pressed);
    }
  }

  /** Passes an event on to the canvas if the pen is drawing. */
  private void pass(MouseEvent event) {
    if (drawing) {
      canvas.fireEvent(event.copyFor(canvas, canvas));
    }
    event.consume();
  }
}
