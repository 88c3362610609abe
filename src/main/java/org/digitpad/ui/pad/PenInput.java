package org.digitpad.ui.pad;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Turns mouse, stylus and touch events on the canvas into strokes, or what else the tool does. The
 * right mouse button erases, whatever the tool. Only one pointer works at a time: a second finger
 * or another button does nothing during a stroke. Mouse events that JavaFX synthesizes from touches
 * are ignored, as the touches themselves are handled here.
 *
 * <p>JavaFX 21 reports a stylus as a mouse, without telling its eraser end.
 *
 * <p>Operating systems lose release events. A press that reports only one finger on the screen
 * therefore starts a new stroke even if the release of the last finger never came; the last stroke
 * ends where it was.
 */
final class PenInput {
  private static final int NO_FINGER = -1;

  /** How far an arrow key moves the selection, in canvas units. */
  private static final double STEP = 1;

  /** The same with Shift. */
  private static final double LARGE_STEP = 10;

  private final Region canvas;
  private final PadViewModel model;
  private int finger = NO_FINGER;
  private @Nullable MouseButton button;

  /** The tool of the press; another one may be chosen before the release. */
  private Tool tool = Tool.PEN;

  private PenInput(Region canvas, PadViewModel model) {
    this.canvas = canvas;
    this.model = model;
  }

  /** Adds the event handlers to a canvas. */
  static void attach(Region canvas, PadViewModel model) {
    PenInput input = new PenInput(canvas, model);
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, input::mousePressed);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::mouseDragged);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, input::mouseReleased);
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, input::keyPressed);
    canvas.addEventHandler(KeyEvent.KEY_RELEASED, input::keyReleased);
    canvas.addEventHandler(TouchEvent.TOUCH_PRESSED, input::touchPressed);
    canvas.addEventHandler(TouchEvent.TOUCH_MOVED, input::touchMoved);
    canvas.addEventHandler(TouchEvent.TOUCH_RELEASED, input::touchReleased);
  }

  private void mousePressed(MouseEvent event) {
    boolean erases = event.getButton() == MouseButton.SECONDARY;
    if (!event.isSynthesized()
        && button == null
        && finger == NO_FINGER
        && (erases || event.getButton() == MouseButton.PRIMARY)) {
      button = event.getButton();
      tool = erases ? Tool.ERASER : model.toolProperty().get();
      down(event.getX(), event.getY(), event.isShiftDown());
      // a scroll pane around the canvas would take the focus
      event.consume();
    }
  }

  private void mouseDragged(MouseEvent event) {
    if (button != null && !event.isSynthesized()) {
      move(event.getX(), event.getY(), event.isShiftDown());
    }
  }

  private void mouseReleased(MouseEvent event) {
    if (button == event.getButton() && !event.isSynthesized()) {
      button = null;
      up(event.getX(), event.getY(), event.isShiftDown());
    }
  }

  private void touchPressed(TouchEvent event) {
    boolean alone = event.getTouchCount() == 1;
    if (button == null && (finger == NO_FINGER || alone)) {
      TouchPoint touch = event.getTouchPoint();
      finger = touch.getId();
      tool = model.toolProperty().get();
      down(touch.getX(), touch.getY(), event.isShiftDown());
    }
    event.consume();
  }

  private void touchMoved(TouchEvent event) {
    TouchPoint touch = event.getTouchPoint();
    if (touch.getId() == finger) {
      move(touch.getX(), touch.getY(), event.isShiftDown());
    }
    event.consume();
  }

  private void touchReleased(TouchEvent event) {
    TouchPoint touch = event.getTouchPoint();
    if (touch.getId() == finger) {
      finger = NO_FINGER;
      up(touch.getX(), touch.getY(), event.isShiftDown());
    }
    event.consume();
  }

  private void down(double pixelX, double pixelY, boolean shift) {
    double x = toUnits(pixelX);
    double y = toUnits(pixelY);
    canvas.requestFocus();
    switch (tool) {
      case PEN -> model.penDown(x, y);
      case ERASER -> model.eraserDown(x, y, shift);
      case SELECT -> model.selectDown(x, y, shift);
    }
  }

  private void move(double pixelX, double pixelY, boolean shift) {
    double x = toUnits(pixelX);
    double y = toUnits(pixelY);
    switch (tool) {
      case PEN -> model.penMove(x, y);
      case ERASER -> model.eraserMove(x, y, shift);
      case SELECT -> model.selectMove(x, y);
    }
  }

  private void up(double pixelX, double pixelY, boolean shift) {
    // the pointer may have moved on since the last event
    move(pixelX, pixelY, shift);
    switch (tool) {
      case PEN -> model.penUp();
      case ERASER -> model.eraserUp();
      case SELECT -> model.selectUp();
    }
  }

  /** Arrow keys move the selection; without one, they are left to others. */
  private void keyPressed(KeyEvent event) {
    if (!moves(event)) {
      return;
    }
    double step = event.isShiftDown() ? LARGE_STEP : STEP;
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> model.nudge(-step, 0);
      case RIGHT, KP_RIGHT -> model.nudge(step, 0);
      case UP, KP_UP -> model.nudge(0, -step);
      default -> model.nudge(0, step);
    }
    event.consume();
  }

  /** A key that is held moves the selection in one step of the undo history. */
  private void keyReleased(KeyEvent event) {
    if (moves(event)) {
      model.nudgeEnd();
      event.consume();
    }
  }

  private boolean moves(KeyEvent event) {
    return event.getCode().isArrowKey()
        && button == null
        && finger == NO_FINGER
        && model.toolProperty().get() == Tool.SELECT
        && !model.select().isEmpty()
        && !event.isShortcutDown()
        && !event.isAltDown();
  }

  private double toUnits(double pixels) {
    return pixels / canvas.getWidth() * PadViewModel.SIDE;
  }
}
