package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;
import org.digitpad.ink.Drawing;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Draws with a robot on the real window, which the bundled network reads. */
@ExtendWith(ApplicationExtension.class)
class DrawTabTest {
  private final InMemoryDraftStore drafts = new InMemoryDraftStore(Drawing.BLANK);
  private AppSession session;
  private Stage stage;
  private PadRobot hand;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    session = new AppSession(TestDependencies.of(DigitPadApp.parts().reader(), drafts));
    session.open(stage);
  }

  @Stop
  void stop() {
    session.close();
  }

  @BeforeEach
  void begin(FxRobot robot) {
    hand = new PadRobot(robot);
    hand.await("the reader", () -> hand.sentence().equals("Nothing drawn yet"));
  }

  @AfterEach
  void letGo(FxRobot robot) {
    robot.release(new KeyCode[0]);
  }

  @Test
  void readsEveryDigitThatIsDrawn(FxRobot robot) {
    for (int digit = 0; digit < 10; digit++) {
      hand.draw(DigitStrokes.of(digit));
      hand.awaitWinner(String.valueOf(digit));
      assertThat(hand.sentence()).matches("(Almost certainly|Probably) an? " + digit);
      assertThat(percent(digit)).isGreaterThan(60);
      robot.type(KeyCode.DELETE);
      hand.awaitWinner("–");
    }
  }

  @Test
  void invitesUntilTheFirstTouch() {
    assertThat(hand.sees("#invitation")).isTrue();
    assertThat(hand.percentage(3)).isEmpty();

    hand.begin(DigitStrokes.of(1).strokes().get(0));

    assertThat(hand.sees("#invitation")).isFalse();
    hand.awaitWinner("1");
    hand.end();
  }

  @Test
  void undoesRedoesAndClearsByButton(FxRobot robot) {
    hand.draw(DigitStrokes.of(4));
    assertThat(hand.strokesSeen()).isEqualTo(2);
    robot.clickOn("#undo");
    assertThat(hand.strokesSeen()).isEqualTo(1);
    robot.clickOn("#redo");
    assertThat(hand.strokesSeen()).isEqualTo(2);
    hand.awaitWinner("4");
    robot.clickOn("#clear");
    assertThat(hand.strokesSeen()).isZero();
    hand.awaitWinner("–");
    assertThat(hand.sees("#invitation")).isTrue();
    assertThat(robot.lookup("#clear").query().isDisabled()).isTrue();
    robot.clickOn("#undo");
    hand.awaitWinner("4");
  }

  @Test
  void undoesRedoesAndClearsByKeyboard(FxRobot robot) {
    hand.draw(DigitStrokes.of(4));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(hand.strokesSeen()).isEqualTo(1);
    robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    assertThat(hand.strokesSeen()).isEqualTo(2);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(hand.strokesSeen()).isZero();
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.Z)
        .type(KeyCode.Z)
        .release(KeyCode.CONTROL, KeyCode.SHIFT);
    assertThat(hand.strokesSeen()).isEqualTo(2);
    robot.type(KeyCode.BACK_SPACE);
    assertThat(hand.strokesSeen()).isZero();
  }

  @Test
  void undoWithinAStrokeLiftsThePen(FxRobot robot) {
    hand.begin(DigitStrokes.of(7).strokes().get(0));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(hand.strokesSeen()).isZero();
    hand.drag(DigitStrokes.of(1).strokes().get(0));
    hand.end();
    assertThat(hand.strokesSeen()).isZero();
    assertThat(hand.winner()).isEqualTo("–");
  }

  @Test
  void keepsTheDrawingWhenTheWindowChangesSize(FxRobot robot) {
    hand.draw(DigitStrokes.of(2));
    hand.awaitWinner("2");
    Drawing before = session.pad().drawingProperty().get();
    Region paper = robot.lookup("#paper").queryAs(Region.class);
    double side = paper.getWidth();

    robot.interact(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    hand.await("a smaller paper", () -> paper.getWidth() < side);

    assertThat(paper.getHeight()).isEqualTo(paper.getWidth());
    assertThat(session.pad().drawingProperty().get()).isEqualTo(before);
    assertThat(hand.winner()).isEqualTo("2");
    Node ink = robot.lookup(".ink").query();
    assertThat(ink.localToScreen(ink.getLayoutBounds()))
        .matches(bounds -> paper.localToScreen(paper.getLayoutBounds()).contains(bounds));
  }

  @Test
  void nothingIsClippedInTheSmallestWindow(FxRobot robot) {
    hand.draw(DigitStrokes.of(8));
    robot.interact(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    Region paper = robot.lookup("#paper").queryAs(Region.class);
    hand.await("the layout", () -> paper.getWidth() < 500);

    for (String part : new String[] {"#paper", "#brush", "#winner", "#sentence", "#status"}) {
      Node node = robot.lookup(part).query();
      assertThat(stage.getScene().getRoot().getLayoutBounds())
          .as(part)
          .matches(bounds -> bounds.contains(node.localToScene(node.getLayoutBounds())));
    }
  }

  @Test
  void theBrushChangesTheWholeDrawing(FxRobot robot) {
    hand.draw(DigitStrokes.of(4));
    Slider brush = robot.lookup("#brush").queryAs(Slider.class);
    robot.interact(brush::requestFocus);
    robot.type(KeyCode.RIGHT);
    assertThat(session.pad().drawingProperty().get().penWidth()).isEqualTo(18);
  }

  @Test
  void keepsTheDrawingAfterEachStroke() {
    hand.draw(DigitStrokes.of(4));
    hand.await("the draft", () -> drafts.kept().equals(session.pad().drawingProperty().get()));
    assertThat(drafts.kept().strokes()).hasSize(2);
  }

  @Test
  void turnsDarkAndLight(FxRobot robot) {
    Node root = stage.getScene().getRoot();
    AtomicInteger changes = new AtomicInteger();
    session.appearance().darkProperty().addListener(change -> changes.incrementAndGet());
    robot.clickOn("#theme");
    hand.await("dark", () -> root.getPseudoClassStates().toString().contains("dark"));
    robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
    hand.await("light", () -> !root.getPseudoClassStates().toString().contains("dark"));
    assertThat(changes).hasValue(2);
  }

  @Test
  void inkHasItsColourFromItsFirstFrame(FxRobot robot) {
    Parent root = stage.getScene().getRoot();
    List<Paint> colours = new ArrayList<>();
    robot.interact(
        () -> {
          session.appearance().themeProperty().set(ThemeChoice.DARK);
          root.applyCss();
          session.pad().restore(DigitStrokes.of(4));
          // what a frame does before it paints
          root.applyCss();
          root.layout();
          robot
              .lookup(".ink")
              .queryAllAs(Shape.class)
              .forEach(stroke -> colours.add(stroke.getStroke()));
        });
    assertThat(colours).hasSize(2).containsOnly(Color.web("#e6edf3"));
  }

  @Test
  void tellsAboutItselfAndGivesTheKeyboardBack(FxRobot robot) {
    robot.clickOn("#menu").clickOn("About DigitPad");
    hand.await("the sheet", () -> hand.sees("/somewhere/DigitPad"));
    assertThat(hand.sees("1.2.3")).isTrue();
    robot.type(KeyCode.ESCAPE);
    hand.await("no sheet", () -> !hand.sees(".sheet"));

    hand.draw(DigitStrokes.of(1));
    hand.awaitWinner("1");
  }

  @Test
  void listsItsShortcutsWhichRestMeanwhile(FxRobot robot) {
    hand.draw(DigitStrokes.of(1));
    robot.press(KeyCode.CONTROL).type(KeyCode.SLASH).release(KeyCode.CONTROL);
    assertThat(hand.sees(".sheet")).isTrue();
    assertThat(hand.sees("Ctrl+Z")).isTrue();
    robot.type(KeyCode.DELETE);
    assertThat(hand.strokesSeen()).isEqualTo(1);
    robot.type(KeyCode.ESCAPE);
    assertThat(hand.sees(".sheet")).isFalse();
  }

  private double percent(int digit) {
    return Double.parseDouble(hand.percentage(digit).replace("%", ""));
  }
}
