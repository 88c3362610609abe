package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.mydrawings.MyDrawing;
import org.digitpad.data.mydrawings.MyDrawingsStore;
import org.digitpad.data.strokes.StrokesFile;
import org.digitpad.ui.common.FileDialogs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrects answers and browses what is kept in the real window. */
class MyDrawingsWindowTest extends WindowTest {
  @TempDir private Path folder;

  /** What the user chooses in the next dialog. */
  private volatile @Nullable File chosen;

  @BeforeEach
  void open() {
    open(new TestDependencies().myDrawings(file()));
    window.await("the drawings", () -> session.myDrawings().loadedProperty().get());
    window.await("the buttons", () -> window.sees("#its-7"));
    FileDialogs dialogs = new ChosenFile(() -> chosen);
    window.run(() -> dialogs.replaceIn(stage.getScene()));
  }

  private Path file() {
    return folder.resolve("person/my-drawings.jsonl");
  }

  private List<MyDrawing> saved() {
    return new MyDrawingsStore(file()).load().items();
  }

  private void draw(int digit) {
    window.press(KeyCode.DELETE);
    window.draw(MnistLikeDigits.drawing(digit));
    window.awaitWinner(String.valueOf(digit));
  }

  private Bounds place(String query) {
    return window.get(() -> window.node(query).localToScene(window.node(query).getLayoutBounds()));
  }

  @Test
  void oneKeyOrOneClickCorrectsAndNothingMoves() {
    draw(7);
    List<Bounds> before = List.of(place("#its-1"), place("#canvas"), place("#model"));
    window.press(KeyCode.DIGIT1);
    window.await("the message", () -> window.label("#draft-error").contains("Kept as a 1"));
    assertThat(saved()).extracting(MyDrawing::label).containsExactly(1);
    assertThat(saved().get(0).answer()).isEqualTo(7);
    assertThat(List.of(place("#its-1"), place("#canvas"), place("#model"))).isEqualTo(before);
    assertThat(window.node("#its-1", ToggleButton.class).isSelected()).isTrue();

    window.click("#its-no-digit");
    window.await("the other label", () -> saved().get(0).label() == MyDrawing.NO_DIGIT);
    assertThat(saved()).hasSize(1);
    window.click("#undo-correction");
    window.await("the label before", () -> saved().get(0).label() == 1);
    window.run(() -> window.node("#canvas").requestFocus());
    window.press(KeyCode.ENTER);
    window.await("the answer", () -> saved().get(0).label() == 7);

    window.press(KeyCode.DELETE);
    window.awaitWinner("–");
    assertThat(window.node("#its-7").isDisabled()).isTrue();
    assertThat(window.node("#its-7", ToggleButton.class).isSelected()).isFalse();
    assertThat(saved()).hasSize(1);
  }

  @Test
  void theGridIsUsedByKeysAndMouse() {
    draw(7);
    window.press(KeyCode.DIGIT1);
    draw(4);
    window.press(KeyCode.ENTER);
    window.await("both", () -> saved().size() == 2);
    window.press(KeyCode.DELETE);

    window.pressControl(KeyCode.DIGIT4);
    window.await("the grid", () -> window.sees("#my-drawings-grid"));
    assertThat(window.node("#my-drawings-grid").isFocused()).isTrue();
    window.await(
        "what was misread",
        () ->
            window.nodes(".my-drawing-answer", Labeled.class).stream()
                .anyMatch(label -> label.getText().equals("read as 7")));
    window.press(KeyCode.HOME);
    window.press(KeyCode.DIGIT9);
    window.await("another label", () -> labels().equals(List.of(4, 9)));
    window.click("#misread-only");
    window.click("#filter-9");
    assertThat(session.myDrawings().messageProperty().get()).contains("a 9");
    window.run(() -> window.node("#my-drawings-grid").requestFocus());
    window.press(KeyCode.DELETE);
    window.await("one is left", () -> labels().equals(List.of(4)));
    assertThat(window.sees("#none-shown")).isTrue();
    window.click("#undo-change");
    window.await("it is back", () -> labels().equals(List.of(4, 9)));
    window.click("#misread-only");
    window.click("#filter-all");
    window.await("both", () -> papers() == 2);

    window.run(() -> window.node("#my-drawings-grid").requestFocus());
    window.press(KeyCode.HOME);
    window.press(KeyCode.ENTER);
    window.awaitWinner("4");
    assertThat(window.node("#its-4", ToggleButton.class).isSelected()).isTrue();
  }

  private List<Integer> labels() {
    return saved().stream().map(MyDrawing::label).sorted().toList();
  }

  private long papers() {
    return window.nodes(".my-drawing", Node.class).stream().filter(Node::isVisible).count();
  }

  @Test
  void drawingsLeaveAndComeBackAsFiles() {
    window.pressControl(KeyCode.DIGIT4);
    window.await("the empty state", () -> window.sees("#my-drawings-empty"));
    assertThat(window.label("#my-drawings-empty")).contains("Nothing leaves this computer");
    assertThat(window.node("#draw-first").isFocused()).isTrue();
    window.click("#draw-first");
    draw(7);
    window.press(KeyCode.ENTER);
    window.await("it is kept", () -> saved().size() == 1);
    window.pressControl(KeyCode.DIGIT4);
    Path exported = folder.resolve("out.jsonl.gz");
    chosen = exported.toFile();
    window.click("#export-drawings");
    window.await(
        "the file", () -> window.label("#my-drawings-message").contains("Exported a drawing"));
    assertThat(StrokesFile.read(exported)).hasSize(1);
    window.click("#delete-drawings");
    window.await("it is gone", () -> saved().isEmpty());
    window.click("#import-drawings");
    window.await("it is back", () -> saved().size() == 1);
  }
}
