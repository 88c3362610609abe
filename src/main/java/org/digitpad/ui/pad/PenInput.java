package org.digitpad.ui.pad;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.Region;

/**
 * Turns mouse, stylus and touch events on the canvas into strokes. Only one pointer draws at a
 * time: a second finger or another button does nothing during a stroke. Mouse events that JavaFX
 * synthesizes from touches are ignored, as the touches themselves are handled here.
 *
 * <p>Operating systems lose release events. A press that reports only one finger on the screen
 * therefore starts a new stroke even if the release of the last finger never came; the last stroke
 * ends where it was.
 */
final class PenInput {
  private static final int NO_FINGER = -1;

  private final Region canvas;
  private final PadViewModel model;
  private int finger = NO_FINGER;
  private boolean mouseDown;

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
    canvas.addEventHandler(TouchEvent.TOUCH_PRESSED, input::touchPressed);
    canvas.addEventHandler(TouchEvent.TOUCH_MOVED, input::touchMoved);
    canvas.addEventHandler(TouchEvent.TOUCH_RELEASED, input::touchReleased);
  }

  private void mousePressed(MouseEvent event) {
    if (!event.isSynthesized() && event.getButton() == MouseButton.PRIMARY && finger == NO_FINGER) {
      canvas.requestFocus();
      mouseDown = true;
      model.penDown(toUnits(event.getX()), toUnits(event.getY()));
    }
  }

  private void mouseDragged(MouseEvent event) {
    if (mouseDown && !event.isSynthesized()) {
      model.penMove(toUnits(event.getX()), toUnits(event.getY()));
    }
  }

  private void mouseReleased(MouseEvent event) {
    if (mouseDown && !event.isSynthesized() && event.getButton() == MouseButton.PRIMARY) {
      mouseDown = false;
      // the pen may have moved on since the last drag event
      model.penMove(toUnits(event.getX()), toUnits(event.getY()));
      model.penUp();
    }
  }

  private void touchPressed(TouchEvent event) {
    boolean alone = event.getTouchCount() == 1;
    if (!mouseDown && (finger == NO_FINGER || alone)) {
      TouchPoint touch = event.getTouchPoint();
      finger = touch.getId();
      canvas.requestFocus();
      model.penDown(toUnits(touch.getX()), toUnits(touch.getY()));
    }
    event.consume();
  }

  private void touchMoved(TouchEvent event) {
    TouchPoint touch = event.getTouchPoint();
    if (touch.getId() == finger) {
      model.penMove(toUnits(touch.getX()), toUnits(touch.getY()));
    }
    event.consume();
  }

  private void touchReleased(TouchEvent event) {
    TouchPoint touch = event.getTouchPoint();
    if (touch.getId() == finger) {
      finger = NO_FINGER;
      model.penMove(toUnits(touch.getX()), toUnits(touch.getY()));
      model.penUp();
    }
    event.consume();
  }

  private double toUnits(double pixels) {
    return pixels / canvas.getWidth() * PadViewModel.SIDE;
  }
}
