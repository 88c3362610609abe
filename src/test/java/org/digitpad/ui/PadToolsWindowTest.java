package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.pad.ReferenceInk;
import org.digitpad.ui.pad.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uses pen, eraser and selection with a robot on the real window. */
class PadToolsWindowTest extends WindowTest {
  private static final Stroke ACROSS = line(40, 140, 240, 140);

  private static final int DRAWINGS = 40;

  /** Distance of the points that the robot sends, in canvas units. */
  private static final double STEP = 4;

  /** How far the curve may be off the line between two of them, in canvas units. */
  private static final double CURVE = 0.6;

  private static final Stroke DOWN = line(140, 40, 140, 240);

  @BeforeEach
  void open() {
    open(new TestDependencies());
    window.await(
        "the recognizer",
        () -> session.answer().answerProperty().get().state() == Answer.State.BLANK);
  }

  @Test
  void toolsAreChosenByButtonsAndKeys() {
    assertThat(selectedTools()).containsExactly(true, false, false);
    window.click("#eraser");
    assertTool(Tool.ERASER);
    assertThat(selectedTools()).containsExactly(false, true, false);
    window.click("#eraser");
    assertTool(Tool.PEN);
    assertThat(selectedTools()).containsExactly(true, false, false);
    window.click("#pen");
    assertThat(selectedTools()).containsExactly(true, false, false);
    window.press(KeyCode.E);
    assertTool(Tool.ERASER);
    window.press(KeyCode.V);
    assertTool(Tool.SELECT);
    assertThat(selectedTools()).containsExactly(false, false, true);
    window.press(KeyCode.ESCAPE);
    assertTool(Tool.PEN);
    window.press(KeyCode.E);
    window.press(KeyCode.P);
    assertTool(Tool.PEN);
    assertThat(window.node("#eraser").getAccessibleHelp()).startsWith("Eraser (E)");
    window.pressControl(KeyCode.SLASH);
    assertThat(window.nodes(".modal-dialog .label", Label.class))
        .extracting(Label::getText)
        .contains("Pen", "P or Escape", "Eraser", "E", "Select", "V", "Select all", "Ctrl+A");
  }

  @Test
  void erasesWhatTheMousePassesOver() {
    window.draw(ACROSS);
    window.draw(DOWN);
    window.press(KeyCode.E);
    window.begin(line(80, 60, 80, 160));
    assertThat(window.strokesSeen()).as("while erasing").isEqualTo(3);
    window.end();
    window.pressControl(KeyCode.Z);
    assertThat(window.strokesSeen()).isEqualTo(2);
    window.press(KeyCode.P);
    window.begin(line(80, 60, 80, 160), MouseButton.SECONDARY);
    window.end(MouseButton.SECONDARY);
    assertThat(window.strokesSeen()).as("with the right button").isEqualTo(3);
    assertTool(Tool.PEN);
  }

  @Test
  void theAnswerFollowsTheEraser() {
    window.draw(MnistLikeDigits.drawing(4));
    window.awaitWinner("4");
    Drawing four = session.pad().drawingProperty().get();
    window.press(KeyCode.E);
    window.run(() -> session.pad().eraserProperty().set(56));
    for (int y = 0; y <= 280; y += 40) {
      window.begin(line(0, y, 280, y));
      window.end();
    }
    assertThat(window.strokesSeen()).isZero();
    window.awaitWinner("–");
    for (int i = 0; i < 9 && !session.pad().drawingProperty().get().equals(four); i++) {
      window.pressControl(KeyCode.Z);
    }
    window.awaitWinner("4");
  }

  @Test
  void aCircleShowsTheEraser() {
    Circle circle = window.node("#eraser-cursor", Circle.class);
    Region canvas = window.node("#canvas", Region.class);
    window.hover(new InkPoint(100, 100));
    assertThat(circle.isVisible()).isFalse();
    assertThat(canvas.getCursor()).isEqualTo(Cursor.CROSSHAIR);
    window.press(KeyCode.E);
    assertThat(circle.isVisible()).isTrue();
    assertThat(canvas.getCursor()).isEqualTo(Cursor.NONE);
    window.hover(new InkPoint(140, 140));
    double scale = canvas.getWidth() / 280;
    assertThat(circle.getRadius()).isCloseTo(12 * scale, within(1e-9));
    assertThat(Math.abs(circle.getCenterX() - 140 * scale)).isLessThan(1);
    Slider slider = window.node("#brush", Slider.class);
    window.run(slider::requestFocus);
    window.press(KeyCode.RIGHT);
    assertThat(circle.getRadius()).isCloseTo(13 * scale, within(1e-9));
    assertThat(session.pad().brushProperty().get()).isEqualTo(16);
    window.run(() -> session.pad().eraserProperty().set(50));
    window.press(KeyCode.P);
    assertThat(circle.isVisible()).isFalse();
    assertThat(slider.getValue()).isEqualTo(16);
    assertThat(session.pad().eraserProperty().get()).isEqualTo(50);
    window.begin(line(20, 20, 30, 30), MouseButton.SECONDARY);
    assertThat(circle.isVisible()).as("right button").isTrue();
    window.end(MouseButton.SECONDARY);
    assertThat(circle.isVisible()).isFalse();
  }

  @Test
  void selectsMovesAndDeletes() {
    window.draw(ACROSS);
    window.draw(line(40, 240, 240, 240));
    Rectangle box = window.node("#selection-box", Rectangle.class);
    window.press(KeyCode.V);
    window.begin(line(100, 140, 100, 100));
    assertThat(box.isVisible()).isTrue();
    assertThat(window.nodes(".selection-outline", Node.class)).hasSize(1);
    window.end();
    List<Stroke> moved = strokes();
    assertThat(Math.abs(moved.get(0).points().get(0).y() - 100)).isLessThan(1);
    window.press(KeyCode.LEFT);
    assertThat(strokes().get(0).points().get(0).x())
        .isEqualTo(moved.get(0).points().get(0).x() - 1);
    window.press(KeyCode.DELETE);
    assertThat(strokes()).containsExactly(moved.get(1));
    assertThat(box.isVisible()).isFalse();
    window.pressControl(KeyCode.A);
    assertThat(box.isVisible()).isTrue();
    window.press(KeyCode.ESCAPE);
    assertThat(box.isVisible()).isFalse();
    window.press(KeyCode.DELETE);
    assertThat(window.strokesSeen()).isZero();
    for (int i = 0; i < 4; i++) {
      window.pressControl(KeyCode.Z);
    }
    assertThat(window.strokesSeen()).isEqualTo(2);
  }

  @Test
  void aRectangleIsShownWhileItSelects() {
    window.draw(ACROSS);
    window.press(KeyCode.V);
    Rectangle frame = window.node("#selection-frame", Rectangle.class);
    window.begin(line(20, 120, 260, 160));
    assertThat(frame.isVisible()).isTrue();
    window.end();
    assertThat(frame.isVisible()).isFalse();
    assertThat(session.pad().select().selectionProperty().get()).hasSize(1);
    Region canvas = window.node("#canvas", Region.class);
    window.hover(new InkPoint(100, 140));
    assertThat(canvas.getCursor()).isEqualTo(Cursor.MOVE);
    assertThat(canvas.getAccessibleText()).isEqualTo("Canvas, 1 stroke selected");
    window.hover(new InkPoint(100, 20));
    assertThat(canvas.getCursor()).isEqualTo(Cursor.DEFAULT);
  }

  @Test
  void theToolbarFitsTheSmallestWindow() {
    window.run(
        () -> {
          stage.setWidth(MainWindow.MIN_WIDTH);
          stage.setHeight(MainWindow.MIN_HEIGHT);
        });
    assertToolbarFits();
    assertThat(window.node("#brush").isVisible()).isTrue();
    window.pressControl(KeyCode.DIGIT3);
    window.await("the tab", () -> window.sees("#consensus"));
    assertToolbarFits();
  }

  /** The paper shows the strokes that the robot sent, with their reversals and ends. */
  @Test
  void thePaperShowsWhatWasDrawn() {
    window.run(() -> session.appearance().themeProperty().set(ThemeChoice.LIGHT));
    List<Drawing> drawings =
        BuiltinDigits.drawings(DRAWINGS, 5).stream().map(LabeledDrawing::drawing).toList();
    for (int i = 0; i < drawings.size(); i++) {
      double width = 8 + i % 3 * 10;
      window.run(() -> session.pad().brushProperty().set(width));
      Drawing sent =
          new Drawing(
              drawings.get(i).strokes().stream()
                  .map(stroke -> new Stroke(thereAndBack(stroke)))
                  .toList(),
              width);
      window.draw(sent);
      Region canvas = window.node("#canvas", Region.class);
      Drawing onPixels =
          new Drawing(
              sent.strokes().stream().map(stroke -> new Stroke(window.onPixels(stroke))).toList(),
              width);
      WritableImage paper = window.get(() -> canvas.snapshot(null, null));
      int wrong =
          new ReferenceInk(onPixels, (int) canvas.getWidth())
              .wrongPixels(paper.getPixelReader(), 1 + CURVE * canvas.getWidth() / 280, 3);
      assertThat(wrong).as("drawing %d", i).isZero();
      window.run(session.pad()::clear);
    }
  }

  /** A stroke as a mouse draws it, whose pen goes back at its end. */
  private static List<InkPoint> thereAndBack(Stroke stroke) {
    List<InkPoint> corners = new ArrayList<>();
    for (InkPoint point : stroke.points()) {
      corners.add(new InkPoint(clamp(point.x()), clamp(point.y())));
    }
    corners.add(corners.get(corners.size() * 3 / 4));
    List<InkPoint> points = new ArrayList<>(corners.subList(0, 1));
    for (InkPoint to : corners) {
      InkPoint from = points.get(points.size() - 1);
      double steps = Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y()) / STEP);
      for (int i = 1; i <= steps; i++) {
        points.add(
            new InkPoint(
                from.x() + (to.x() - from.x()) * i / steps,
                from.y() + (to.y() - from.y()) * i / steps));
      }
    }
    return points;
  }

  private static double clamp(double coordinate) {
    return Math.max(1, Math.min(279, coordinate));
  }

  private void assertToolbarFits() {
    Node root = stage.getScene().getRoot();
    Bounds canvas = inScene(window.node("#canvas"));
    for (String id : List.of("#undo", "#redo", "#clear", "#pen", "#eraser", "#select", "#brush")) {
      Node node = window.node(id);
      if (node.isVisible()) {
        assertThat(root.getLayoutBounds().contains(inScene(node))).as(id).isTrue();
        assertThat(inScene(node).getMaxX()).as(id).isLessThanOrEqualTo(canvas.getMaxX() + 1);
      }
    }
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private List<Boolean> selectedTools() {
    return List.of("#pen", "#eraser", "#select").stream()
        .map(id -> window.node(id, ToggleButton.class).isSelected())
        .toList();
  }

  private void assertTool(Tool tool) {
    assertThat(session.pad().toolProperty().get()).isEqualTo(tool);
  }

  private List<Stroke> strokes() {
    return session.pad().drawingProperty().get().strokes();
  }

  private static Stroke line(double fromX, double fromY, double toX, double toY) {
    return new Stroke(List.of(new InkPoint(fromX, fromY), new InkPoint(toX, toY)));
  }
}
