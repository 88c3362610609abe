package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.Stroke;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.digitpad.ui.pad.SavedCanvas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Draws with a robot on the real window, with the bundled model. */
class DrawTabTest extends WindowTest {
  private final InMemoryDraftStore drafts = new InMemoryDraftStore(Drawing.BLANK);

  @BeforeEach
  void open() {
    open(new TestDependencies().drafts(drafts));
    window.await(
        "the recognizer",
        () -> session.answer().answerProperty().get().state() == Answer.State.BLANK);
  }

  @Test
  void recognizesEveryDigit() {
    for (int digit = 0; digit < 10; digit++) {
      window.draw(MnistLikeDigits.drawing(digit));
      window.awaitWinner(String.valueOf(digit));
      assertThat(window.sentence()).matches("(Almost certainly|Probably) an? " + digit);
      assertThat(percent(digit)).isGreaterThan(60);
      window.press(KeyCode.DELETE);
      window.awaitWinner("–");
    }
  }

  @Test
  void invitesUntilTheFirstTouch() {
    assertThat(window.sees("#invitation")).isTrue();
    assertThat(window.percentage(3)).isEmpty();

    window.begin(MnistLikeDigits.drawing(1).strokes().get(0));

    assertThat(window.sees("#invitation")).isFalse();
    window.await("what it may become", () -> !window.percentage(1).isEmpty());
    window.end();
    window.awaitWinner("1");
  }

  @Test
  void undoesRedoesAndClearsByButton() {
    window.draw(MnistLikeDigits.drawing(4));
    assertThat(window.strokesSeen()).isEqualTo(2);
    window.click("#undo");
    assertThat(window.strokesSeen()).isEqualTo(1);
    window.click("#redo");
    assertThat(window.strokesSeen()).isEqualTo(2);
    window.awaitWinner("4");
    window.click("#clear");
    assertThat(window.strokesSeen()).isZero();
    window.awaitWinner("–");
    assertThat(window.sees("#invitation")).isTrue();
    assertThat(window.node("#clear").isDisabled()).isTrue();
    window.click("#undo");
    window.awaitWinner("4");
  }

  @Test
  void undoesRedoesAndClearsByKeyboard() {
    window.draw(MnistLikeDigits.drawing(4));
    window.pressControl(KeyCode.Z);
    assertThat(window.strokesSeen()).isEqualTo(1);
    window.pressControl(KeyCode.Y);
    assertThat(window.strokesSeen()).isEqualTo(2);
    window.pressControl(KeyCode.Z);
    window.pressControl(KeyCode.Z);
    assertThat(window.strokesSeen()).isZero();
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(window.strokesSeen()).isEqualTo(2);
    window.press(KeyCode.BACK_SPACE);
    assertThat(window.strokesSeen()).isZero();
  }

  @Test
  void undoDuringAStrokeLiftsThePen() {
    window.begin(MnistLikeDigits.drawing(7).strokes().get(0));
    window.pressControl(KeyCode.Z);
    assertThat(window.strokesSeen()).isZero();
    window.drag(MnistLikeDigits.drawing(1).strokes().get(0));
    window.end();
    assertThat(window.strokesSeen()).isZero();
    assertThat(window.winner()).isEqualTo("–");
  }

  @Test
  void keepsTheDrawingWhenTheWindowChangesSize() {
    window.draw(MnistLikeDigits.drawing(2));
    window.awaitWinner("2");
    Drawing before = session.pad().drawingProperty().get();
    Region canvas = window.node("#canvas", Region.class);
    double side = canvas.getWidth();

    window.run(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    window.await("a smaller canvas", () -> canvas.getWidth() < side);

    assertThat(canvas.getHeight()).isEqualTo(canvas.getWidth());
    assertThat(session.pad().drawingProperty().get()).isEqualTo(before);
    assertThat(window.winner()).isEqualTo("2");
    Node ink = window.node(".ink");
    assertThat(ink.localToScreen(ink.getLayoutBounds()))
        .matches(bounds -> canvas.localToScreen(canvas.getLayoutBounds()).contains(bounds));
  }

  @Test
  void nothingIsClippedInTheSmallestWindow() {
    window.draw(MnistLikeDigits.drawing(8));
    window.run(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    Region canvas = window.node("#canvas", Region.class);
    window.await("the layout", () -> canvas.getWidth() < 500);

    for (String part : new String[] {"#canvas", "#brush", "#predicted", "#sentence", "#status"}) {
      Node node = window.node(part);
      assertThat(stage.getScene().getRoot().getLayoutBounds())
          .as(part)
          .matches(bounds -> bounds.contains(node.localToScene(node.getLayoutBounds())));
    }
  }

  @Test
  void theBrushWidthAppliesToFurtherStrokes() {
    window.draw(MnistLikeDigits.drawing(1));
    Slider brush = window.node("#brush", Slider.class);
    window.run(brush::requestFocus);
    window.press(KeyCode.RIGHT);
    window.draw(MnistLikeDigits.drawing(1));
    assertThat(session.pad().drawingProperty().get().strokes())
        .extracting(Stroke::penWidth)
        .containsExactly(16.0, 18.0);
    assertThat(window.nodes(".ink", Shape.class))
        .extracting(Shape::getStrokeWidth)
        .containsExactly(16.0, 18.0);
  }

  @Test
  void savesTheDrawingAfterEachStroke() {
    window.draw(MnistLikeDigits.drawing(4));
    window.await("the draft", () -> drafts.draft().equals(session.pad().drawingProperty().get()));
    assertThat(drafts.draft().strokes()).hasSize(2);
  }

  @Test
  void togglesTheTheme() {
    Node root = stage.getScene().getRoot();
    AtomicInteger changes = new AtomicInteger();
    session.appearance().darkProperty().addListener(change -> changes.incrementAndGet());
    window.click("#theme");
    window.await("dark", () -> root.getPseudoClassStates().toString().contains("dark"));
    window.pressControl(KeyCode.T);
    window.await("light", () -> !root.getPseudoClassStates().toString().contains("dark"));
    assertThat(changes).hasValue(2);
  }

  @Test
  void inkHasItsColorInTheFirstFrame() {
    Parent root = stage.getScene().getRoot();
    List<Paint> colors = new ArrayList<>();
    window.run(
        () -> {
          session.appearance().themeProperty().set(ThemeChoice.DARK);
          root.applyCss();
          session.pad().restore(new SavedCanvas(new CanvasContent(MnistLikeDigits.drawing(4))));
          // what a frame does before it paints
          root.applyCss();
          root.layout();
          window.nodes(".ink", Shape.class).forEach(stroke -> colors.add(stroke.getStroke()));
        });
    assertThat(colors).hasSize(2).containsOnly(Color.web("#e6edf3"));
  }

  @Test
  void theAboutDialogReturnsTheFocus() {
    window.click("#menu");
    window.click("About DigitPad");
    window.await("the dialog", () -> window.sees("/somewhere/DigitPad"));
    assertThat(window.sees("1.2.3")).isTrue();
    window.press(KeyCode.ESCAPE);
    window.await("no dialog", () -> !window.sees(".modal-dialog"));

    window.draw(MnistLikeDigits.drawing(1));
    window.awaitWinner("1");
  }

  @Test
  void theModelIsChosenBesideWhatItSees() {
    window.draw(MnistLikeDigits.drawing(7));
    MenuButton chooser = window.node("#model", MenuButton.class);
    window.run(chooser::show);
    assertThat(chooser.getItems())
        .extracting(MenuItem::getText)
        .startsWith("Conv-GRU", "LSTM", "MLP")
        .endsWith(Messages.get("ui.draw.model.open"));

    window.run(() -> chooser.getItems().get(2).fire());

    window.await(
        "the MLP", () -> session.activeModel().activeProperty().get().name().equals("mlp"));
    assertThat(window.label("#model")).startsWith("MLP · ");
    window.awaitWinner("7");
    window.run(chooser::hide);
    window.run(chooser::show);
    assertThat(chooser.getItems().subList(0, 3))
        .extracting(item -> ((RadioMenuItem) item).isSelected())
        .containsExactly(false, false, true);
    window.run(chooser::hide);
  }

  @Test
  void theNameOfTheModelIsNeverCut() {
    MenuButton chooser = window.node("#model", MenuButton.class);
    for (double width : new double[] {900, 1024, 1600}) {
      window.run(
          () -> {
            stage.setWidth(width);
            stage.setHeight(700);
          });
      Node text = chooser.lookup(".text");
      assertThat(((Text) text).getText()).as("%s", width).isEqualTo(chooser.getText());
    }
  }

  @Test
  void theMenuOfModelsBeginsAtTheModelInUse() {
    MenuButton chooser = window.node("#model", MenuButton.class);
    window.run(() -> session.activeModel().use(session.activeModel().bundled().get(1)));
    window.awaitWinner("–");
    window.run(chooser::show);
    MenuItem lstm = chooser.getItems().get(1);
    assertThat(window.get(() -> lstm.getStyleableNode().isFocused())).isTrue();
    window.run(chooser::hide);
  }

  @Test
  void penShowsTheMovementThatItReads() {
    window.draw(MnistLikeDigits.drawing(7));
    window.awaitWinner("7");
    assertThat(window.sees("#network-image")).isTrue();
    window.run(() -> session.activeModel().use(ModelLibrary.find("pen")));
    window.await("the movement", () -> window.sees("#movement"));
    window.awaitWinner("7");
    assertThat(window.sees("#network-image")).isFalse();
    assertThat(window.nodes(".movement-stroke", Node.class))
        .hasSize(MnistLikeDigits.drawing(7).strokes().size());
  }

  @Test
  void theShortcutsNameAllKeysAndFitTheSmallestWindow() {
    window.run(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    window.pressControl(KeyCode.SLASH);
    for (String text : List.of("Ctrl+Enter", "Delete or Backspace", "Page Down", "Enter", "Use")) {
      assertThat(window.sees(text)).as(text).isTrue();
    }
    Node card = window.node(".modal-dialog");
    assertThat(stage.getScene().getRoot().getLayoutBounds())
        .matches(bounds -> bounds.contains(card.localToScene(card.getLayoutBounds())));
    window.press(KeyCode.ESCAPE);
  }

  @Test
  void shortcutsDoNothingWhileTheirDialogIsOpen() {
    window.draw(MnistLikeDigits.drawing(1));
    window.pressControl(KeyCode.SLASH);
    assertThat(window.sees(".modal-dialog")).isTrue();
    assertThat(window.sees("Ctrl+Z")).isTrue();
    window.press(KeyCode.DELETE);
    assertThat(window.strokesSeen()).isEqualTo(1);
    window.press(KeyCode.ESCAPE);
    assertThat(window.sees(".modal-dialog")).isFalse();
  }

  @Test
  void aDialogKeepsTheFocusUntilAClickBesideIt() {
    Node brush = window.node("#brush");
    window.run(brush::requestFocus);
    assertThat(stage.getScene().getFocusOwner()).isEqualTo(brush);
    List<String> owners = new ArrayList<>();
    window.run(
        () ->
            stage
                .getScene()
                .focusOwnerProperty()
                .addListener((property, before, now) -> owners.add(String.valueOf(now))));
    window.pressControl(KeyCode.SLASH);
    Node dialog = window.node(".modal-dialog");
    for (int i = 0; i < 3; i++) {
      assertThat(isWithin(stage.getScene().getFocusOwner(), dialog)).isTrue();
      window.press(KeyCode.TAB);
    }

    window.clickBeside(dialog);

    assertThat(window.sees(".modal-dialog")).isFalse();
    assertThat(window.strokesSeen()).isZero();
    assertThat(stage.getScene().getFocusOwner()).as("focus went to %s", owners).isEqualTo(brush);
  }

  private static boolean isWithin(Node node, Node ancestor) {
    return node != null && (node == ancestor || isWithin(node.getParent(), ancestor));
  }

  private double percent(int digit) {
    return Double.parseDouble(window.percentage(digit).replace("%", ""));
  }
}
