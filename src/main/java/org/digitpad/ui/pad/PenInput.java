package org.digitpad.ui.pad;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.Region;

/**
 * Turns mouse, stylus and touch on the paper into the pen of the view model. One pen at a time: a
 * second finger or another button does nothing while a stroke is drawn. Mouse events that JavaFX
 * makes up from touches are left out, as the touches themselves are here.
 *
 * <p>Systems lose releases. A finger that comes down alone is therefore believed over one that was
 * never seen to go: it draws, and the stroke before it ends where it was.
 */
final class PenInput {
  private static final int NO_FINGER = -1;

  private final Region paper;
  private final PadViewModel model;
  private int finger = NO_FINGER;
  private boolean mouse;

  private PenInput(Region paper, PadViewModel model) {
    this.paper = paper;
    this.model = model;
  }

  /** Lets people draw on a paper. */
  static void attach(Region paper, PadViewModel model) {
    PenInput input = new PenInput(paper, model);
    paper.addEventHandler(MouseEvent.MOUSE_PRESSED, input::mousePressed);
    paper.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::mouseDragged);
    paper.addEventHandler(MouseEvent.MOUSE_RELEASED, input::mouseReleased);
    paper.addEventHandler(TouchEvent.TOUCH_PRESSED, input::touchPressed);
    paper.addEventHandler(TouchEvent.TOUCH_MOVED, input::touchMoved);
    paper.addEventHandler(TouchEvent.TOUCH_RELEASED, input::touchReleased);
  }

  private void mousePressed(MouseEvent event) {
    if (!event.isSynthesized() && event.getButton() == MouseButton.PRIMARY && finger == NO_FINGER) {
      paper.requestFocus();
      mouse = true;
      model.penDown(units(event.getX()), units(event.getY()));
    }
  }

  private void mouseDragged(MouseEvent event) {
    if (mouse && !event.isSynthesized()) {
      model.penMove(units(event.getX()), units(event.getY()));
    }
  }

  private void mouseReleased(MouseEvent event) {
    if (mouse && !event.isSynthesized() && event.getButton() == MouseButton.PRIMARY) {
      mouse = false;
      model.penUp();
    }
  }

  private void touchPressed(TouchEvent event) {
    boolean alone = event.getTouchCount() == 1;
    if (!mouse && (finger == NO_FINGER || alone)) {
      TouchPoint touch = event.getTouchPoint();
      finger = touch.getId();
      paper.requestFocus();
      model.penDown(units(touch.getX()), units(touch.getY()));
    }
    event.consume();
  }

  private void touchMoved(TouchEvent event) {
    TouchPoint touch = event.getTouchPoint();
    if (touch.getId() == finger) {
      model.penMove(units(touch.getX()), units(touch.getY()));
    }
    event.consume();
  }

  private void touchReleased(TouchEvent event) {
    if (event.getTouchPoint().getId() == finger) {
      finger = NO_FINGER;
      model.penUp();
    }
    event.consume();
  }

  private double units(double pixels) {
    return pixels / paper.getWidth() * PadViewModel.PAPER;
  }
}
