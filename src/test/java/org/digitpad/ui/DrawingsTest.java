package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.digitpad.data.drawings.InMemoryDrawingStore;
import org.digitpad.data.drawings.KeptDrawing;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.ui.common.FileDialogs;
import org.digitpad.ui.drawings.DrawingStrip;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps, opens, saves, copies and pastes drawings in the real window. */
class DrawingsTest extends WindowTest {
  /** Shown beside few drawings. */
  private static final int EXAMPLES = 10;

  private static final Drawing TWO = MnistLikeDigits.drawing(2);
  private static final Drawing THREE = MnistLikeDigits.drawing(3);

  @TempDir private Path folder;

  private final InMemoryDrawingStore store = new InMemoryDrawingStore();

  /** What the user chooses in the next dialog. */
  private volatile @Nullable File chosen;

  @BeforeEach
  void open() {
    open(new TestDependencies().drawings(store));
    window.await("the strip", () -> window.sees("#drawings-list"));
    window.await("the examples", () -> thumbnails() == EXAMPLES);
    FileDialogs dialogs = new ChosenFile(() -> chosen);
    window.run(() -> dialogs.replaceIn(stage.getScene()));
  }

  private long thumbnails() {
    return window.nodes(".thumbnail", Node.class).stream().filter(Node::isVisible).count();
  }

  private Drawing canvas() {
    return session.pad().drawingProperty().get();
  }

  private void drawAndClear(int digit) {
    int before = store.drawings().size();
    window.draw(MnistLikeDigits.drawing(digit));
    window.awaitWinner(String.valueOf(digit));
    window.press(KeyCode.DELETE);
    window.await("the drawing is kept", () -> store.drawings().size() == before + 1);
    window.await("its picture", () -> thumbnails() == before + 1 + EXAMPLES);
  }

  @Test
  void whatIsClearedComesBackWithAClick() {
    assertThat(window.sees("#drawings-hint")).isTrue();
    drawAndClear(4);
    assertThat(window.sees("#drawings-hint")).isFalse();
    drawAndClear(7);
    assertThat(store.drawings()).extracting(KeptDrawing::reading).containsExactly("7", "4");

    window.click(window.nth(".thumbnail", 1));
    window.awaitWinner("4");
    window.pressControl(KeyCode.Z);
    window.awaitWinner("–");
    window.pressControl(KeyCode.Y);
    window.awaitWinner("4");
  }

  @Test
  void anExampleComesToTheCanvas() {
    window.click(window.nth(".thumbnail", 3));
    window.awaitWinner("3");
    window.click("#more");
    window.click("Examples");
    Node eight =
        window.nodes(".menu-item", Node.class).stream()
            .filter(item -> ((Labeled) window.within(item, ".label")).getText().equals("8"))
            .findFirst()
            .orElseThrow();
    window.click(eight);
    window.awaitWinner("8");
    assertThat(store.drawings()).isEmpty();
  }

  @Test
  void keysOpenAndRemoveAndUndo() {
    drawAndClear(4);
    drawAndClear(7);
    window.run(() -> window.node("#drawings-list").requestFocus());
    window.press(KeyCode.HOME);
    window.press(KeyCode.ENTER);
    window.awaitWinner("7");
    window.press(KeyCode.DELETE);
    window.await("one is left", () -> store.drawings().size() == 1);
    assertThat(window.winner()).isEqualTo("7");
    window.pressControl(KeyCode.Z);
    window.await("both are there", () -> store.drawings().size() == 2);
    assertThat(window.winner()).isEqualTo("7");
    window.await("both are seen", () -> thumbnails() == 2 + EXAMPLES);
    window.press(KeyCode.DELETE);
    window.await("one is left", () -> store.drawings().size() == 1);
    window.click("#restore-drawing");
    window.await("both are there", () -> store.drawings().size() == 2);
    assertThat(window.sees("#restore-drawing")).isFalse();
  }

  @Test
  void foldingTheStripMovesNothingUnderThePointer() {
    Bounds toggle = inScene("#toggle-drawings");
    double side = window.node("#canvas", Region.class).getHeight();
    window.click("#toggle-drawings");
    assertThat(window.sees("#drawings")).isFalse();
    assertThat(inScene("#toggle-drawings")).isEqualTo(toggle);
    assertThat(window.node("#canvas", Region.class).getHeight()).isGreaterThan(side);
    window.click("#toggle-drawings");
    assertThat(window.sees("#drawings")).isTrue();
    assertThat(window.node("#canvas", Region.class).getHeight()).isEqualTo(side);
  }

  @Test
  void aSmallWindowLeavesTheCanvasItsSize() {
    window.run(
        () -> {
          stage.setWidth(MainWindow.MIN_WIDTH);
          stage.setHeight(MainWindow.MIN_HEIGHT);
        });
    window.await("the strip is folded", () -> !window.sees("#drawings"));
    double folded = window.node("#canvas", Region.class).getHeight();
    window.click("#toggle-drawings");
    assertThat(window.sees("#drawings")).isTrue();
    assertThat(window.node("#canvas", Region.class).getHeight())
        .isLessThan(folded)
        .isGreaterThanOrEqualTo(folded - DrawingStrip.HEIGHT - 8);
  }

  @Test
  void aMessageMovesNothing() {
    List<Bounds> before =
        List.of(inScene("#canvas"), inScene("#clear"), inScene("#drawings"), inScene("#status"));
    window.run(() -> session.pad().setDraftError("The disk is full. ".repeat(10)));
    Node note = window.node("#draft-error");
    assertThat(note.isVisible()).isTrue();
    assertThat(
            List.of(
                inScene("#canvas"), inScene("#clear"), inScene("#drawings"), inScene("#status")))
        .isEqualTo(before);
    Bounds sentence = inScene("#draft-error");
    assertThat(before).noneMatch(sentence::intersects);
    assertThat(note.getAccessibleHelp()).isEqualTo(((Labeled) note).getText());
  }

  @Test
  void savesAndOpens() throws Exception {
    window.draw(TWO);
    window.awaitWinner("2");
    chosen = folder.resolve("two").toFile();
    window.pressControl(KeyCode.S);
    window.await("the sentence", () -> window.label("#draft-error").contains("two.png"));
    assertThat(folder.resolve("two.png")).isNotEmptyFile();
    chosen = folder.resolve("two.jsonl").toFile();
    window.pressControl(KeyCode.S);
    window.await("the file", () -> Files.exists(folder.resolve("two.jsonl")));
    Drawing drawn = canvas();
    window.press(KeyCode.DELETE);
    window.awaitWinner("–");
    window.pressControl(KeyCode.O);
    window.awaitWinner("2");
    assertThat(canvas()).isEqualTo(drawn);
  }

  @Test
  void nothingHappensWhereADialogIsCancelled() {
    chosen = null;
    window.draw(TWO);
    Drawing drawn = canvas();
    window.pressControl(KeyCode.O);
    window.pressControl(KeyCode.S);
    assertThat(canvas()).isEqualTo(drawn);
    assertThat(window.sees("#draft-error")).isFalse();
  }

  @Test
  void copiesAndPastes() {
    window.draw(THREE);
    window.awaitWinner("3");
    Drawing drawn = canvas();
    window.pressControl(KeyCode.C);
    window.await(
        "the sentence",
        () -> window.label("#draft-error").equals(Messages.get("ui.drawings.copied")));
    assertThat(window.get(() -> Clipboard.getSystemClipboard().hasImage())).isTrue();
    window.press(KeyCode.DELETE);
    window.awaitWinner("–");
    window.pressControl(KeyCode.V);
    window.awaitWinner("3");
    assertThat(canvas()).isEqualTo(drawn);
    window.run(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, "a shopping list")));
    window.pressControl(KeyCode.V);
    assertThat(window.label("#draft-error")).isEqualTo(Messages.get("ui.drawings.nothingToPaste"));
    assertThat(canvas()).isEqualTo(drawn);
  }

  @Test
  void theMenuOffersWhatTheKeysDo() {
    window.click("#more");
    for (String item : List.of("Open…", "Save as…", "Copy", "Paste", "Examples")) {
      assertThat(window.sees(item)).as(item).isTrue();
    }
    window.click("Show recent drawings");
    assertThat(window.sees("#drawings")).isFalse();
  }

  @Test
  void whatIsOnTheCanvasIsKeptWhenTheWindowCloses() {
    window.draw(TWO);
    window.awaitWinner("2");
    Drawing drawn = canvas();
    window.run(session::close);
    assertThat(store.drawings()).extracting(KeptDrawing::drawing).containsExactly(drawn);
  }

  private Bounds inScene(String query) {
    Node node = window.node(query);
    return node.localToScene(node.getLayoutBounds());
  }
}
