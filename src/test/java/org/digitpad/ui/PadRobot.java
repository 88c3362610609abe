package org.digitpad.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Draws on the real window with a robot's mouse, and reads from it what a person would. */
final class PadRobot {
  private static final double UNITS = 280;
  private static final long PATIENCE_SECONDS = 20;

  private final FxRobot robot;

  PadRobot(FxRobot robot) {
    this.robot = robot;
  }

  void draw(Drawing drawing) {
    drawing.strokes().forEach(this::draw);
  }

  void draw(Stroke stroke) {
    begin(stroke);
    end();
  }

  /** Leaves the pen on the paper. */
  void begin(Stroke stroke) {
    robot.robotContext().getMouseRobot().moveNoWait(onScreen(stroke.points().get(0)));
    robot.robotContext().getMouseRobot().pressNoWait(MouseButton.PRIMARY);
    drag(stroke);
  }

  /** Moves the mouse, whether its button is down or not. */
  void drag(Stroke stroke) {
    for (InkPoint point : stroke.points()) {
      robot.robotContext().getMouseRobot().moveNoWait(onScreen(point));
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  void end() {
    robot.robotContext().getMouseRobot().releaseNoWait(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  String winner() {
    return robot.lookup("#winner").queryAs(Text.class).getText();
  }

  String sentence() {
    return label("#sentence");
  }

  String percentage(int digit) {
    return label("#percentage-" + digit);
  }

  String label(String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  boolean sees(String query) {
    return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
  }

  long strokesSeen() {
    return robot.lookup(".ink").queryAll().stream().filter(Node::isVisible).count();
  }

  void awaitWinner(String winner) {
    await("winner " + winner, () -> winner().equals(winner));
  }

  void await(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.asyncFx(condition).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      WaitForAsyncUtils.waitForFxEvents();
    } catch (TimeoutException late) {
      throw new AssertionError("never came: " + what, late);
    }
  }

  /** Returns where the mouse really goes to, as it moves by whole pixels. */
  List<InkPoint> onPixels(Stroke stroke) {
    Bounds paper = paper();
    List<InkPoint> places = new ArrayList<>();
    for (InkPoint point : stroke.points()) {
      Point2D pixel = onScreen(point);
      InkPoint place =
          new InkPoint(
              (pixel.getX() - paper.getMinX()) / paper.getWidth() * UNITS,
              (pixel.getY() - paper.getMinY()) / paper.getHeight() * UNITS);
      if (places.isEmpty() || !places.get(places.size() - 1).equals(place)) {
        places.add(place);
      }
    }
    return places;
  }

  private Point2D onScreen(InkPoint point) {
    Bounds paper = paper();
    return new Point2D(
        Math.rint(paper.getMinX() + point.x() / UNITS * paper.getWidth()),
        Math.rint(paper.getMinY() + point.y() / UNITS * paper.getHeight()));
  }

  private Bounds paper() {
    Node paper = robot.lookup("#paper").query();
    return paper.localToScreen(paper.getLayoutBounds());
  }
}
