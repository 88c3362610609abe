package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.ink.Drawing;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.common.FileDialogs;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.picture.PictureViewModel;
import org.digitpad.ui.picture.TestPictures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Brings pictures into the real window, and corrects the frames with mouse and keyboard. */
class PictureTest extends WindowTest {
  @TempDir private static Path folder;
  private static Path three;

  @BeforeAll
  static void writePictures() {
    three = TestPictures.write(TestPictures.digit(3, 800, 600), folder.resolve("three.png"));
  }

  @BeforeEach
  void open() {
    open(new TestDependencies());
    window.await(
        "the recognizer",
        () -> session.answer().answerProperty().get().state() == Answer.State.BLANK);
  }

  private void openPicture(Path file) {
    window.run(() -> session.picture().open(file));
    window.await("the picture", () -> session.picture().sentenceProperty().get().contains("rame"));
  }

  private void choose(Path file) {
    FileDialogs dialogs = new ChosenFile(file::toFile);
    Scene scene = stage.getScene();
    window.run(() -> dialogs.replaceIn(scene));
  }

  private Drawing drawing() {
    return window.get(() -> session.pad().drawingProperty().get());
  }

  private Node frame() {
    Set<Node> frames = window.nodes(".picture-frame", Node.class);
    assertThat(frames).hasSize(1);
    return frames.iterator().next();
  }

  private Bounds frameOnScreen() {
    Node frame = frame();
    return window.get(() -> frame.localToScreen(frame.getLayoutBounds()));
  }

  private String seen() {
    return window.label("#picture-sentence");
  }

  @Test
  void aPictureTakesThePlaceOfTheCanvasAndEscapeBringsTheDrawingBack() {
    window.draw(MnistLikeDigits.drawing(7));
    window.awaitWinner("7");
    Drawing before = drawing();
    choose(three);

    window.pressControl(KeyCode.O);

    window.awaitWinner("3");
    assertThat(seen()).isEqualTo("Found one digit. Drag the frame to correct it.");
    assertThat(window.sees("#canvas")).isFalse();
    assertThat(window.sees("#undo")).isTrue();
    assertThat(window.node(".pad-toolbar").isVisible()).isFalse();
    assertThat(window.label("#picture-title")).isEqualTo("three.png");
    // the actions of the hidden canvas do nothing
    window.pressControl(KeyCode.Z);
    assertThat(drawing()).isEqualTo(before);

    window.press(KeyCode.ESCAPE);
    window.awaitWinner("7");
    assertThat(drawing()).isEqualTo(before);
    assertThat(window.sees("#canvas")).isTrue();
    assertThat(window.node("#canvas").isFocused()).isTrue();
  }

  @Test
  void aFrameIsReadAgainWhileItIsDragged() {
    openPicture(three);
    Bounds found = frameOnScreen();
    Point2D corner = new Point2D(found.getMinX(), found.getMinY());
    Point2D center = new Point2D(found.getCenterX(), found.getCenterY());

    // the lower half of a three
    window.drag(corner, new Point2D(found.getMinX(), found.getCenterY()));
    assertThat(frameOnScreen().getHeight()).isLessThan(found.getHeight() * 0.6);
    window.await("another answer", () -> !window.percentage(3).equals("100.0%"));
    window.click("#picture-reset");
    assertThat(frameOnScreen()).isEqualTo(found);
    window.awaitWinner("3");

    window.drag(center, center.add(-40, 20));
    Bounds moved = frameOnScreen();
    assertThat(moved.getMinX()).isCloseTo(found.getMinX() - 40, within(1.0));
    assertThat(moved.getMinY()).isCloseTo(found.getMinY() + 20, within(1.0));
    assertThat(moved.getWidth()).isCloseTo(found.getWidth(), within(1.0));
  }

  @Test
  void keysMoveResizeAndRemoveTheFrame() {
    openPicture(three);
    window.run(() -> stage.getScene().lookup("#picture").requestFocus());
    assertThat(frame().isFocused()).isTrue();
    Bounds found = frameOnScreen();
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.DOWN);
    assertThat(frameOnScreen().getMinX()).isGreaterThan(found.getMinX());
    assertThat(frameOnScreen().getMinY()).isGreaterThan(found.getMinY());
    window.press(KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(frameOnScreen().getWidth()).isLessThan(found.getWidth());

    window.press(KeyCode.DELETE);
    assertThat(window.nodes(".picture-frame", Node.class)).isEmpty();
    assertThat(seen()).isEqualTo("Drag a frame around the digit.");
    assertThat(window.winner()).isEqualTo("–");

    Node picture = window.node("#picture");
    Bounds place = window.get(() -> picture.localToScreen(picture.getLayoutBounds()));
    window.drag(
        new Point2D(found.getMinX(), found.getMinY()),
        new Point2D(found.getMaxX(), found.getMaxY()));
    window.awaitWinner("3");
    assertThat(place.contains(frameOnScreen())).isTrue();
  }

  @Test
  void useMakesADigitToDrawOnThatUndoRemoves() {
    window.draw(MnistLikeDigits.drawing(7));
    Drawing before = drawing();
    openPicture(three);
    window.awaitWinner("3");

    window.press(KeyCode.ENTER);

    window.await("the canvas", () -> !window.sees("#picture"));
    assertThat(window.strokesSeen()).isPositive();
    window.awaitWinner("3");
    window.pressControl(KeyCode.Z);
    window.awaitWinner("7");
    assertThat(drawing()).isEqualTo(before);
  }

  @Test
  void severalFramesAreChosenByClick() {
    openPicture(three);
    Bounds found = frameOnScreen();
    Node picture = window.node("#picture");
    Bounds place = window.get(() -> picture.localToScreen(picture.getLayoutBounds()));
    window.drag(
        new Point2D(place.getMinX() + 20, found.getMinY()),
        new Point2D(place.getMinX() + 60, found.getMinY() + 40));
    window.await("the second frame", () -> window.nodes(".picture-frame", Node.class).size() == 2);
    window.awaitWinner("–");
    window.clickAt(new Point2D(found.getCenterX(), found.getCenterY()));
    window.awaitWinner("3");
    assertThat(seen()).startsWith("2 frames: ");
    window.press(KeyCode.BACK_SPACE);
    assertThat(frameOnScreen().getWidth()).isBetween(39.0, 41.0);
  }

  @Test
  void pastesAnImageAndAFile() {
    Image image = new Image(three.toUri().toString());
    paste(new ClipboardContent(), content -> content.putImage(image));
    window.awaitWinner("3");
    assertThat(window.label("#picture-title")).isEqualTo("Pasted picture");

    Path five = TestPictures.write(TestPictures.digit(5, 300, 300), folder.resolve("five.bmp"));
    paste(new ClipboardContent(), content -> content.putFiles(List.of(five.toFile())));
    window.awaitWinner("5");
    assertThat(window.label("#picture-title")).isEqualTo("five.bmp");
  }

  private void paste(ClipboardContent content, Consumer<ClipboardContent> fill) {
    window.run(
        () -> {
          fill.accept(content);
          Clipboard.getSystemClipboard().setContent(content);
        });
    window.pressControl(KeyCode.V);
  }

  /**
   * Monocle throws an exception of its own after each drop, where it has no drop target any more.
   */
  @Test
  void aPictureIsDroppedOnAnyTab() {
    errorsExpected = true;
    window.click("#tab-train");
    Label source = new Label("A picture to drag");
    window.run(
        () -> {
          source.setOnDragDetected(
              event -> {
                Dragboard board = source.startDragAndDrop(TransferMode.COPY);
                ClipboardContent content = new ClipboardContent();
                content.putFiles(List.of(three.toFile()));
                board.setContent(content);
                event.consume();
              });
          ((BorderPane) stage.getScene().getRoot()).setBottom(source);
        });
    Bounds from = window.get(() -> source.localToScreen(source.getLayoutBounds()));
    Point2D start = new Point2D(Math.rint(from.getCenterX()), Math.rint(from.getCenterY()));
    window.drag(start, start.add(0, -300));

    window.await("the picture", () -> session.picture().isOpen());
    window.awaitWinner("3");
    assertThat(window.sees("#picture")).isTrue();
    assertThat(window.sees("#drop-sign")).isFalse();
    assertThat(session.errors().details()).contains("MonocleView.notifyDragLeave");
    WaitForAsyncUtils.clearExceptions();
  }

  @Test
  void aBadFileLeavesTheDrawing() throws Exception {
    window.draw(MnistLikeDigits.drawing(7));
    Drawing before = drawing();
    Path text = Files.writeString(folder.resolve("text.png"), "a digit");
    choose(text);
    window.pressControl(KeyCode.O);
    window.await(
        "the failure",
        () -> session.picture().stateProperty().get() == PictureViewModel.State.FAILED);
    assertThat(seen()).startsWith("text.png is neither an image");
    assertThat(window.node("#picture-use").isDisabled()).isTrue();
    window.click("#picture-close");
    window.awaitWinner("7");
    assertThat(drawing()).isEqualTo(before);
  }

  @Test
  void theNextOfSeveralPicturesIsAButton() {
    Path five = TestPictures.write(TestPictures.digit(5, 300, 300), folder.resolve("five.jpg"));
    window.run(() -> session.picture().open(List.of(three, five)));
    window.awaitWinner("3");
    assertThat(window.label("#picture-title")).isEqualTo("three.png · 1 of 2");
    window.click("#picture-next");
    window.awaitWinner("5");
    window.press(KeyCode.PAGE_DOWN);
    window.awaitWinner("3");
  }

  @Test
  void framesHaveNamesAndAVisibleFocus() {
    openPicture(three);
    window.awaitWinner("3");
    Node frame = frame();
    assertThat(frame.getAccessibleText()).isEqualTo("Frame 1 of 1: 3");
    assertThat(frame.getAccessibleHelp()).contains("Arrow keys");
    assertThat(window.node("#picture").getAccessibleText()).isEqualTo(seen());
    for (String id : List.of("use", "reset", "close")) {
      assertThat(window.node("#picture-" + id).getAccessibleHelp()).contains("(");
    }
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      window.run(() -> session.appearance().themeProperty().set(theme));
      window.run(() -> stage.getScene().lookup("#picture-close").requestFocus());
      int before = pixels(frame);
      for (int i = 0; i < 30 && !frame.isFocused(); i++) {
        window.press(KeyCode.TAB);
      }
      assertThat(frame.isFocused()).isTrue();
      assertThat(pixels(frame)).as(theme + ": focus").isNotEqualTo(before);
    }
  }

  private int pixels(Node frame) {
    return window.get(
        () -> {
          Bounds bounds = frame.localToScene(frame.getLayoutBounds());
          var reader = stage.getScene().snapshot(null).getPixelReader();
          int hash = 0;
          for (int x = -6; x < 6; x++) {
            hash =
                31 * hash + reader.getArgb((int) bounds.getMinX() + x, (int) bounds.getMinY() + 40);
          }
          return hash;
        });
  }

  @Test
  void nothingIsClippedInTheSmallestWindow() {
    window.run(
        () -> {
          stage.setWidth(900);
          stage.setHeight(600);
        });
    openPicture(three);
    for (String part : List.of("#picture", "#picture-sentence", "#picture-use", "#picture-close")) {
      Node node = window.node(part);
      assertThat(stage.getScene().getRoot().getLayoutBounds())
          .as(part)
          .matches(bounds -> bounds.contains(node.localToScene(node.getLayoutBounds())));
    }
    Label sentence = window.node("#picture-sentence", Label.class);
    assertThat(sentence.getHeight())
        .isGreaterThanOrEqualTo(sentence.prefHeight(sentence.getWidth()));
  }
}
