package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.digitpad.ink.Drawing;
import org.digitpad.io.BadInputException;
import org.digitpad.recognize.CanvasRecognizer;
import org.digitpad.ui.answer.Predictions;
import org.digitpad.ui.answer.SteppedRecognizer;
import org.digitpad.ui.draw.DraftFile;
import org.digitpad.ui.draw.DraftStore;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The window with a reader that is slow, late or missing, and with a draft from before. */
@ExtendWith(ApplicationExtension.class)
class FailureStatesTest {
  private final SteppedRecognizer slow = new SteppedRecognizer();
  private Stage stage;
  private AppSession session;
  private PadRobot hand;

  @Start
  void start(Stage stage) {
    this.stage = stage;
  }

  @BeforeEach
  void begin(FxRobot robot) {
    hand = new PadRobot(robot);
  }

  @Stop
  void stop() {
    session.close();
  }

  @Test
  void oneCanDrawWhileTheReaderLoads(FxRobot robot) {
    CountDownLatch loading = new CountDownLatch(1);
    open(
        robot,
        () -> {
          await(loading);
          return DigitPadApp.parts().reader().get();
        },
        Drawing.BLANK);
    assertThat(hand.sentence()).isEqualTo("Warming up…");

    hand.draw(DigitStrokes.of(7));

    assertThat(hand.strokesSeen()).isEqualTo(1);
    assertThat(hand.sentence()).isEqualTo("Warming up…");
    loading.countDown();
    hand.awaitWinner("7");
  }

  @Test
  void saysThatTheReaderIsMissingAndStillLetsOneDraw(FxRobot robot) {
    open(
        robot,
        () -> {
          throw new BadInputException("the model file is not there.");
        },
        Drawing.BLANK);
    hand.await("the sentence", () -> hand.sentence().contains("the model file is not there."));

    hand.draw(DigitStrokes.of(4));

    assertThat(hand.strokesSeen()).isEqualTo(2);
    assertThat(hand.sentence()).contains("the model file is not there.");
    assertThat(hand.winner()).isEqualTo("–");
  }

  @Test
  void readsWithTheModelThatTheWindowWasOpenedFor(FxRobot robot) {
    open(robot, () -> slow, Drawing.BLANK);
    robot.interact(() -> session.readWith(() -> drawing -> Predictions.of(3), "own.safetensors"));
    hand.draw(DigitStrokes.of(7));

    hand.awaitWinner("3");
    assertThat(hand.label("#model")).isEqualTo("own.safetensors");
  }

  @Test
  void neverShowsWhatWasReadBeforeTheClear(FxRobot robot) {
    open(robot, () -> slow, Drawing.BLANK);
    hand.await("the reader", () -> hand.sentence().equals("Nothing drawn yet"));
    hand.draw(DigitStrokes.of(1).strokes().get(0));
    slow.awaitBegun();

    robot.type(KeyCode.DELETE);
    slow.answer(Predictions.of(1));
    hand.draw(DigitStrokes.of(7).strokes().get(0));
    slow.awaitBegun();

    assertThat(hand.winner()).isEqualTo("–");
    slow.answer(Predictions.of(7));
    slow.answer(Predictions.of(7));
    slow.answer(Predictions.of(7));
    hand.awaitWinner("7");
  }

  @Test
  void showsARejectedDrawing(FxRobot robot) {
    open(robot, () -> drawing -> Predictions.rejected(), Drawing.BLANK);
    hand.draw(DigitStrokes.of(3));
    hand.awaitWinner("?");
    assertThat(hand.sentence()).isEqualTo("Not a digit?");
    assertThat(hand.percentage(3)).isEqualTo("40.0%");
  }

  @Test
  void bringsBackTheDrawingFromBefore(FxRobot robot) {
    open(robot, DigitPadApp.parts().reader(), new Drawing(DigitStrokes.of(5).strokes(), 12));

    hand.awaitWinner("5");
    assertThat(hand.sees("#invitation")).isFalse();
    assertThat(session.pad().brushProperty().get()).isEqualTo(12);
    assertThat(hand.label("#status")).matches("Read in \\d+\\.\\d\\d ms");
    assertThat(hand.label("#model")).isEqualTo("Conv-GRU · 28,506 parameters");
  }

  @Test
  void keepsTheStrokeInWhichTheWindowWasClosed(FxRobot robot) {
    InMemoryDraftStore drafts = open(robot, () -> slow, Drawing.BLANK);
    hand.begin(DigitStrokes.of(1).strokes().get(0));

    robot.interact(session::close);

    assertThat(drafts.kept().strokes()).hasSize(1);
    hand.end();
  }

  @Test
  void readsWhereDrawingsCannotBeKeptAndSaysSo(FxRobot robot, @TempDir Path folder)
      throws IOException {
    Path blocked = Files.writeString(folder.resolve("state"), "a file where a folder should be");
    open(robot, DigitPadApp.parts().reader(), new DraftFile(() -> blocked));
    assertThat(hand.sees("#draft-fault")).isFalse();

    hand.draw(DigitStrokes.of(7));

    hand.awaitWinner("7");
    hand.await("the sentence", () -> hand.sees("#draft-fault"));
    assertThat(hand.label("#draft-fault")).contains(blocked.toString());
    Files.delete(blocked);
    hand.draw(DigitStrokes.of(7));
    hand.await("no sentence", () -> !hand.sees("#draft-fault"));
  }

  private InMemoryDraftStore open(FxRobot robot, Supplier<CanvasRecognizer> reader, Drawing draft) {
    InMemoryDraftStore drafts = new InMemoryDraftStore(draft);
    open(robot, reader, drafts);
    return drafts;
  }

  private void open(FxRobot robot, Supplier<CanvasRecognizer> reader, DraftStore drafts) {
    session = new AppSession(TestDependencies.of(reader, drafts));
    robot.interact(() -> session.open(stage));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }
}
