package org.digitpad.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.robot.MouseRobot;

/**
 * Uses the real window with a mouse and a keyboard, and reads from it what a person would. After
 * each action it waits until all events are handled and the window is laid out; TestFX's own
 * methods sleep for at least 50 ms each instead.
 */
final class WindowRobot {
  /** Side of the canvas, in canvas units. */
  private static final double SIDE = 280;

  /** Only a test that fails waits so long: it must hold on the slowest and busiest machine. */
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final long POLL_MILLIS = 5;

  /** An event may post another one, as when a robot's click is handed on to the scene. */
  private static final int EVENT_ROUNDS = 3;

  private final FxRobot robot;
  private final MouseRobot mouse;

  WindowRobot(FxRobot robot) {
    this.robot = robot;
    this.mouse = robot.robotContext().getMouseRobot();
  }

  // ---- mouse and keyboard ----

  void draw(Drawing drawing) {
    drawing.strokes().forEach(this::draw);
  }

  void draw(Stroke stroke) {
    begin(stroke);
    end();
  }

  /** Draws a stroke without releasing the mouse button. */
  void begin(Stroke stroke) {
    begin(stroke, MouseButton.PRIMARY);
  }

  /** Drags another mouse button along a stroke, without releasing it. */
  void begin(Stroke stroke, MouseButton button) {
    mouse.moveNoWait(onScreen(stroke.points().get(0), canvas()));
    mouse.pressNoWait(button);
    drag(stroke);
  }

  /** Moves the mouse, whose buttons are not pressed, to a place on the canvas. */
  void hover(InkPoint point) {
    mouse.moveNoWait(onScreen(point, canvas()));
    settle();
  }

  /** Moves the mouse to the middle of a node. */
  void hover(Node node) {
    Bounds bounds = get(() -> node.localToScreen(node.getLayoutBounds()));
    mouse.moveNoWait(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    settle();
  }

  /** Moves the mouse along a stroke, whether its button is pressed or not. */
  void drag(Stroke stroke) {
    Bounds canvas = canvas();
    stroke.points().forEach(point -> mouse.moveNoWait(onScreen(point, canvas)));
    settle();
  }

  /** Releases the mouse button. */
  void end() {
    end(MouseButton.PRIMARY);
  }

  void end(MouseButton button) {
    mouse.releaseNoWait(button);
    settle();
  }

  /** Clicks on a node, given by an id, a style class or its text. */
  void click(String query) {
    click(robot.point(query).query());
  }

  void click(Node node) {
    click(robot.point(node).query());
  }

  /** Clicks to the left of a node. */
  void clickBeside(Node node) {
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    click(new Point2D(Math.rint(bounds.getMinX() - 8), Math.rint(bounds.getCenterY())));
  }

  /** Clicks at a place on the screen, if there is one. */
  void clickAt(@Nullable Point2D point) {
    if (point != null) {
      click(point);
    }
  }

  /** Drags with the mouse from one place on the screen to another. */
  void drag(Point2D from, Point2D to) {
    mouse.moveNoWait(from);
    mouse.pressNoWait(MouseButton.PRIMARY);
    mouse.moveNoWait(from.midpoint(to));
    mouse.moveNoWait(to);
    end();
  }

  private void click(Point2D point) {
    mouse.moveNoWait(point);
    settle();
    mouse.pressNoWait(MouseButton.PRIMARY);
    mouse.releaseNoWait(MouseButton.PRIMARY);
    settle();
  }

  /** Presses keys one after the other, then releases them. */
  void press(KeyCode... keys) {
    robot.robotContext().getKeyboardRobot().pressNoWait(keys);
    robot.robotContext().getKeyboardRobot().releaseNoWait(keys);
    settle();
  }

  /** Presses a key together with Control. */
  void pressControl(KeyCode key) {
    press(KeyCode.CONTROL, key);
  }

  /** Replaces the text of a field. */
  void fill(String field, String text) {
    run(() -> node(field, TextField.class).setText(text));
  }

  // ---- what the window shows ----

  <T extends Node> T node(String query, Class<T> type) {
    return robot.lookup(query).queryAs(type);
  }

  Node node(String query) {
    return robot.lookup(query).query();
  }

  <T extends Node> Set<T> nodes(String query, Class<T> type) {
    return robot.lookup(query).queryAllAs(type);
  }

  /** Returns the node at a place, counted from 0, among those with the same id or class. */
  Node nth(String query, int index) {
    return robot.lookup(query).nth(index).query();
  }

  /** Returns the nodes within a node. */
  Node within(Node parent, String query) {
    return robot.from(parent).lookup(query).query();
  }

  boolean sees(String query) {
    return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
  }

  String label(String query) {
    return node(query, Labeled.class).getText();
  }

  /** The predicted digit, {@code ?} for none, or a dash. */
  String winner() {
    return node("#predicted", Text.class).getText();
  }

  String sentence() {
    return label("#sentence");
  }

  String percentage(int digit) {
    return label("#percentage-" + digit);
  }

  long strokesSeen() {
    return robot.lookup(".ink").queryAll().stream().filter(Node::isVisible).count();
  }

  // ---- waiting ----

  void awaitWinner(String winner) {
    await("winner " + winner, () -> winner().equals(winner));
  }

  /** Waits until a condition holds on the FX thread and the window is laid out. */
  void await(String what, Callable<Boolean> condition) {
    await(what, condition, TIMEOUT);
  }

  void await(String what, Callable<Boolean> condition, Duration timeout) {
    long start = System.nanoTime();
    while (!call(condition)) {
      if (System.nanoTime() - start > timeout.toNanos()) {
        throw new AssertionError("never came: " + what);
      }
      sleep();
    }
    settle();
  }

  /** Runs a task on the FX thread, and waits until the window shows its effects. */
  void run(Runnable task) {
    call(
        () -> {
          task.run();
          return null;
        });
    settle();
  }

  /** Returns what a task returns on the FX thread. */
  <T> T get(Callable<T> task) {
    return call(task);
  }

  private static <T> T call(Callable<T> task) {
    FutureTask<T> call = new FutureTask<>(task);
    Platform.runLater(call);
    try {
      return call.get();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  /** Waits until all events are handled and a frame is laid out. */
  private static void settle() {
    for (int round = 0; round < EVENT_ROUNDS; round++) {
      call(() -> null);
    }
    CountDownLatch frame = new CountDownLatch(1);
    call(
        () -> {
          Window.getWindows().stream()
              .filter(Window::isShowing)
              .findFirst()
              .ifPresentOrElse(window -> afterLayout(window, frame), frame::countDown);
          return null;
        });
    try {
      if (!frame.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("no frame came");
      }
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
    call(() -> null);
  }

  /** Opens a latch once a window is laid out, or hidden before that. */
  private static void afterLayout(Window window, CountDownLatch frame) {
    Scene scene = window.getScene();
    InvalidationListener hidden = showing -> frame.countDown();
    Runnable[] laidOut = new Runnable[1];
    laidOut[0] =
        () -> {
          scene.removePostLayoutPulseListener(laidOut[0]);
          window.showingProperty().removeListener(hidden);
          frame.countDown();
        };
    scene.addPostLayoutPulseListener(laidOut[0]);
    window.showingProperty().addListener(hidden);
    Platform.requestNextPulse();
  }

  // ---- the canvas ----

  /** Returns where the mouse really goes to, as it moves by whole pixels. */
  List<InkPoint> onPixels(Stroke stroke) {
    Bounds canvas = canvas();
    List<InkPoint> points = new ArrayList<>();
    for (InkPoint point : stroke.points()) {
      Point2D pixel = onScreen(point, canvas);
      InkPoint moved =
          new InkPoint(
              (pixel.getX() - canvas.getMinX()) / canvas.getWidth() * SIDE,
              (pixel.getY() - canvas.getMinY()) / canvas.getHeight() * SIDE);
      if (points.isEmpty() || !points.get(points.size() - 1).equals(moved)) {
        points.add(moved);
      }
    }
    return points;
  }

  private static Point2D onScreen(InkPoint point, Bounds canvas) {
    return new Point2D(
        Math.rint(canvas.getMinX() + point.x() / SIDE * canvas.getWidth()),
        Math.rint(canvas.getMinY() + point.y() / SIDE * canvas.getHeight()));
  }

  private Bounds canvas() {
    Node canvas = node("#canvas");
    return canvas.localToScreen(canvas.getLayoutBounds());
  }
}
