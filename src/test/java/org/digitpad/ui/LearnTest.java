package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawings;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.i18n.Messages;
import org.digitpad.ui.learn.FakeLearner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learns from drawings with a robot on the real window. */
class LearnTest extends WindowTest {
  private static final int DRAWINGS = 50;

  @TempDir private Path folder;

  @Test
  void learnsKeepsAndGoesBack() {
    writeDrawings();
    open(
        new TestDependencies()
            .myDrawings(folder.resolve("my-drawings.jsonl"))
            .models(folder.resolve("models"))
            .learner(new FakeLearner()));
    window.pressControl(KeyCode.DIGIT4);
    window.await("the drawings", () -> session.learn().canLearnProperty().get());
    window.click("#learn-toggle");
    assertThat(window.node("#learn-start").isFocused()).isTrue();
    // nobody sees which drawings they would take
    assertThat(window.node("#delete-drawings").isDisabled()).isTrue();
    assertThat(window.node("#export-drawings").isDisabled()).isTrue();
    assertThat(window.sees("#my-drawings-message")).isTrue();
    window.press(KeyCode.SPACE);
    window.await("a copy", () -> window.sees("#learn-keep"));
    assertThat(window.label("#learn-headline"))
        .isEqualTo(Messages.get("ui.learn.better", "Conv-GRU"));

    assertThat(window.nodes("#learn .button", Button.class))
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(button -> !button.isVisible() || !button.getText().isBlank());
    assertThat(window.nodes("#learn .image-view", ImageView.class))
        .hasSize(4)
        .allMatch(image -> !image.getAccessibleText().isBlank());
    window.fill("#learn-name", "Anna");
    window.click("#learn-keep");
    window.await("the copy on the pad", () -> window.sees("#learn-back"));

    assertThat(window.sees("#learn-keep")).isFalse();
    assertThat(window.node("#learn-start").isFocused()).isTrue();
    assertThat(session.activeModel().activeProperty().get().title()).isEqualTo("Anna");
    assertThat(window.label("#learn-active")).isEqualTo(Messages.get("ui.learn.active", "Anna"));
    window.click("#tab-draw");
    window.draw(MnistLikeDigits.drawing(3));
    window.awaitWinner("7"); // the copy reads a 7 in everything
    window.click("#model");
    window.click("#model-back");
    window.awaitWinner("3");

    assertThat(session.activeModel().activeProperty().get().isBundled()).isTrue();
    window.click("#tab-my-drawings");
    assertThat(window.sees("#learn-back")).isFalse();
    window.click("#learn-toggle");
    assertThat(window.node("#learn-toggle", ToggleButton.class).isSelected()).isFalse();
    assertThat(window.node("#delete-drawings").isDisabled()).isFalse();
  }

  private void writeDrawings() {
    List<LabeledDrawing> drawings = MnistLikeDigits.drawings(DRAWINGS, 1);
    List<MyDrawing> mine =
        IntStream.range(0, DRAWINGS)
            .mapToObj(
                i ->
                    MyDrawing.of(
                        drawings.get(i).drawing(),
                        drawings.get(i).label(),
                        Instant.EPOCH,
                        "conv-gru",
                        null))
            .toList();
    new MyDrawingsStore(folder.resolve("my-drawings.jsonl"))
        .update(kept -> MyDrawings.with(kept, mine));
  }
}
