package org.digitpad.ui.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.digitpad.ink.InkPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Fingers and mouse buttons on a canvas of 560 pixels, two per canvas unit. */
@ExtendWith(ApplicationExtension.class)
class PenInputTest {
  private final PadViewModel model = new PadViewModel(drawing -> {});
  private final Region canvas = new Region();

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(new Pane(canvas), 600, 600));
    canvas.resize(560, 560);
    canvas.setManaged(false);
    PenInput.attach(canvas, model);
  }

  @Test
  void aFingerDraws(FxRobot robot) {
    robot.interact(
        () -> {
          touch(TouchEvent.TOUCH_PRESSED, 1, 20, 40);
          touch(TouchEvent.TOUCH_MOVED, 1, 60, 80);
          touch(TouchEvent.TOUCH_RELEASED, 1, 60, 80);
        });
    assertThat(points(0)).containsExactly(new InkPoint(10, 20), new InkPoint(30, 40));
  }

  @Test
  void aSecondFingerLeavesNoInk(FxRobot robot) {
    robot.interact(
        () -> {
          touch(TouchEvent.TOUCH_PRESSED, 1, 20, 40);
          touch(TouchEvent.TOUCH_PRESSED, 2, 400, 400, 2);
          touch(TouchEvent.TOUCH_MOVED, 2, 500, 500, 2);
          touch(TouchEvent.TOUCH_RELEASED, 2, 500, 500, 2);
          touch(TouchEvent.TOUCH_MOVED, 1, 60, 80);
          touch(TouchEvent.TOUCH_RELEASED, 1, 60, 80);
        });
    assertThat(strokes()).isEqualTo(1);
    assertThat(points(0)).containsExactly(new InkPoint(10, 20), new InkPoint(30, 40));
  }

  @Test
  void mouseEventsSynthesizedFromTouchesDoNotDrawTwice(FxRobot robot) {
    robot.interact(
        () -> {
          touch(TouchEvent.TOUCH_PRESSED, 1, 20, 40);
          mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 20, 40, true);
          mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 90, 90, true);
          mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 90, 90, true);
          touch(TouchEvent.TOUCH_RELEASED, 1, 20, 40);
        });
    assertThat(strokes()).isEqualTo(1);
    assertThat(points(0)).containsExactly(new InkPoint(10, 20));
  }

  @Test
  void otherButtonsNeitherDrawNorEndAStroke(FxRobot robot) {
    robot.interact(
        () -> {
          mouse(MouseEvent.MOUSE_PRESSED, MouseButton.SECONDARY, 200, 200, false);
          mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.SECONDARY, 220, 220, false);
          mouse(MouseEvent.MOUSE_RELEASED, MouseButton.SECONDARY, 220, 220, false);
          mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 20, 40, false);
          mouse(MouseEvent.MOUSE_PRESSED, MouseButton.SECONDARY, 20, 40, false);
          mouse(MouseEvent.MOUSE_RELEASED, MouseButton.SECONDARY, 20, 40, false);
          mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 60, 80, false);
          mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 60, 80, false);
        });
    assertThat(strokes()).isEqualTo(1);
    assertThat(points(0)).containsExactly(new InkPoint(10, 20), new InkPoint(30, 40));
  }

  @Test
  void aFingerWhoseReleaseWasLostDoesNotLockTheCanvas(FxRobot robot) {
    robot.interact(
        () -> {
          touch(TouchEvent.TOUCH_PRESSED, 1, 20, 40);
          touch(TouchEvent.TOUCH_MOVED, 1, 60, 80);
          touch(TouchEvent.TOUCH_PRESSED, 2, 200, 220);
          touch(TouchEvent.TOUCH_MOVED, 1, 300, 300);
          touch(TouchEvent.TOUCH_RELEASED, 2, 200, 220);
          mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 400, 400, false);
          mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 400, 400, false);
        });
    assertThat(strokes()).isEqualTo(3);
    assertThat(points(0)).containsExactly(new InkPoint(10, 20), new InkPoint(30, 40));
    assertThat(points(1)).containsExactly(new InkPoint(100, 110));
    assertThat(points(2)).containsExactly(new InkPoint(200, 200));
  }

  @Test
  void aStrokeEndsWhereThePenIsReleased(FxRobot robot) {
    robot.interact(
        () -> {
          mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 20, 40, false);
          mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 120, 40, false);
          touch(TouchEvent.TOUCH_PRESSED, 1, 20, 40);
          touch(TouchEvent.TOUCH_MOVED, 1, 60, 40);
          touch(TouchEvent.TOUCH_RELEASED, 1, 100, 40);
        });
    assertThat(points(0)).containsExactly(new InkPoint(10, 20), new InkPoint(60, 20));
    assertThat(points(1))
        .containsExactly(new InkPoint(10, 20), new InkPoint(30, 20), new InkPoint(50, 20));
  }

  @Test
  void theRightButtonErasesWhateverTheTool(FxRobot robot) {
    robot.interact(
        () -> {
          drag(MouseButton.PRIMARY, 20, 200, 500, 200);
          drag(MouseButton.SECONDARY, 260, 100, 260, 300);
        });
    assertThat(strokes()).isEqualTo(2);
    assertThat(points(0)).startsWith(new InkPoint(10, 100));
    assertThat(model.toolProperty().get()).isEqualTo(Tool.PEN);
    robot.interact(
        () -> {
          model.setTool(Tool.SELECT);
          drag(MouseButton.SECONDARY, 40, 180, 40, 260);
        });
    assertThat(points(0)).doesNotContain(new InkPoint(10, 100));
  }

  @Test
  void theToolOfThePressIsUsedUntilTheRelease(FxRobot robot) {
    robot.interact(
        () -> {
          drag(MouseButton.PRIMARY, 20, 200, 500, 200);
          model.setTool(Tool.ERASER);
          mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 400, 400, false);
          model.setTool(Tool.PEN);
          mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 260, 200, false);
          mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 260, 200, false);
        });
    assertThat(strokes()).as("neither erased nor drawn").isEqualTo(1);
  }

  @Test
  void aFingerErasesAndMoves(FxRobot robot) {
    robot.interact(
        () -> {
          drag(MouseButton.PRIMARY, 20, 200, 500, 200);
          model.setTool(Tool.SELECT);
          touch(TouchEvent.TOUCH_PRESSED, 1, 100, 200);
          touch(TouchEvent.TOUCH_MOVED, 1, 110, 240);
          touch(TouchEvent.TOUCH_RELEASED, 1, 110, 240);
        });
    assertThat(points(0)).containsExactly(new InkPoint(15, 120), new InkPoint(255, 120));
    robot.interact(
        () -> {
          model.setTool(Tool.ERASER);
          touch(TouchEvent.TOUCH_PRESSED, 1, 200, 240);
          touch(TouchEvent.TOUCH_RELEASED, 1, 200, 240);
        });
    assertThat(strokes()).isEqualTo(2);
  }

  @Test
  void arrowKeysMoveASelectionAndAreOtherwiseLeftAlone(FxRobot robot) {
    List<KeyCode> left = new ArrayList<>();
    robot.interact(
        () -> {
          canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> left.add(event.getCode()));
          canvas.getParent().addEventHandler(KeyEvent.KEY_PRESSED, e -> left.add(e.getCode()));
          drag(MouseButton.PRIMARY, 20, 200, 300, 200);
          key(KeyCode.RIGHT, false);
          model.setTool(Tool.SELECT);
          key(KeyCode.LEFT, false);
        });
    assertThat(left).containsExactly(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.LEFT);
    left.clear();
    robot.interact(
        () -> {
          model.selectAll();
          key(KeyCode.RIGHT, false);
          key(KeyCode.DOWN, true);
          key(KeyCode.UP, false);
        });
    assertThat(points(0)).startsWith(new InkPoint(11, 109));
    assertThat(left).containsExactly(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.UP);
  }

  private void key(KeyCode code, boolean shift) {
    for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(canvas, new KeyEvent(type, "", "", code, shift, false, false, false));
    }
  }

  private void drag(MouseButton button, double fromX, double fromY, double toX, double toY) {
    mouse(MouseEvent.MOUSE_PRESSED, button, fromX, fromY, false);
    mouse(MouseEvent.MOUSE_DRAGGED, button, toX, toY, false);
    mouse(MouseEvent.MOUSE_RELEASED, button, toX, toY, false);
  }

  private int strokes() {
    return model.drawingProperty().get().strokes().size();
  }

  private List<InkPoint> points(int stroke) {
    return model.drawingProperty().get().strokes().get(stroke).points();
  }

  private void touch(EventType<TouchEvent> type, int finger, double x, double y) {
    touch(type, finger, x, y, 1);
  }

  private void touch(EventType<TouchEvent> type, int finger, double x, double y, int fingersDown) {
    TouchPoint point =
        new TouchPoint(
            finger, TouchPoint.State.MOVED, x, y, x, y, canvas, new PickResult(canvas, x, y));
    List<TouchPoint> points = Collections.nCopies(fingersDown, point);
    Event.fireEvent(canvas, new TouchEvent(type, point, points, 1, false, false, false, false));
  }

  private void mouse(
      EventType<MouseEvent> type, MouseButton button, double x, double y, boolean synthesized) {
    Event.fireEvent(
        canvas,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            button,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            synthesized,
            false,
            true,
            new PickResult(canvas, x, y)));
  }
}
