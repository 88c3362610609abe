package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.io.BadInputException;
import org.digitpad.io.faults.Disk;
import org.digitpad.io.faults.Disk.Operation;
import org.digitpad.io.faults.DiskFileSystem;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.nn.model.Models;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.ui.answer.Answer;
import org.digitpad.ui.answer.Predictions;
import org.digitpad.ui.answer.SteppedRecognizer;
import org.digitpad.ui.common.Latches;
import org.digitpad.ui.common.PreferencesFile;
import org.digitpad.ui.draw.DraftFile;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window while the model loads, where it is missing or slow, and where drafts cannot be saved.
 */
class FailureStatesTest extends WindowTest {
  private final SteppedRecognizer slow = new SteppedRecognizer();

  @Test
  void acceptsDrawingsWhileTheModelLoads() {
    CountDownLatch loading = new CountDownLatch(1);
    open(
        new TestDependencies()
            .recognizer(
                () -> {
                  Latches.await(loading);
                  return DigitPadApp.dependencies()
                      .models()
                      .recognizer()
                      .apply(ModelLibrary.bundled().get(0));
                }));
    assertThat(state()).isEqualTo(Answer.State.WARMING_UP);

    window.draw(MnistLikeDigits.drawing(7));

    assertThat(window.strokesSeen()).isEqualTo(1);
    assertThat(state()).isEqualTo(Answer.State.WARMING_UP);
    loading.countDown();
    window.awaitWinner("7");
  }

  @Test
  void showsThatTheModelIsMissingAndStillAcceptsDrawings() {
    open(
        new TestDependencies()
            .recognizer(
                () -> {
                  throw new BadInputException("the model file is not there.");
                }));
    window.await("the sentence", () -> window.sentence().contains("the model file is not there."));

    window.draw(MnistLikeDigits.drawing(4));

    assertThat(window.strokesSeen()).isEqualTo(2);
    assertThat(window.sentence()).contains("the model file is not there.");
    assertThat(window.winner()).isEqualTo("–");
  }

  @Test
  void usesTheModelThatTheWindowWasOpenedFor(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.safetensors");
    ModelFile.write(Models.always(3, 8), file);
    open(new TestDependencies());
    window.run(() -> session.activeModel().useOnce(LibraryModel.ofFile(file)));
    window.draw(MnistLikeDigits.drawing(7));

    window.awaitWinner("3");
    assertThat(window.label("#model")).startsWith("own · ");
  }

  @Test
  void neverShowsAPredictionFromBeforeAClear() {
    open(new TestDependencies().recognizer(() -> slow));
    window.await("the recognizer", () -> state() == Answer.State.BLANK);
    window.draw(MnistLikeDigits.drawing(1).strokes().get(0));
    slow.awaitBegun();

    window.press(KeyCode.DELETE);
    slow.answer(Predictions.of(1));
    window.draw(MnistLikeDigits.drawing(7).strokes().get(0));
    slow.awaitBegun();

    assertThat(window.winner()).isEqualTo("–");
    slow.answer(Predictions.of(7));
    slow.answer(Predictions.of(7));
    slow.answer(Predictions.of(7));
    window.awaitWinner("7");
  }

  @Test
  void showsARejectedDrawing() {
    open(new TestDependencies().recognizer(() -> drawing -> Predictions.rejected()));
    window.draw(MnistLikeDigits.drawing(3));
    window.awaitWinner("?");
    assertThat(state()).isEqualTo(Answer.State.REJECTED);
    assertThat(window.percentage(3)).isEqualTo("40.0%");
  }

  @Test
  void restoresTheDraft() {
    Drawing draft = new Drawing(MnistLikeDigits.drawing(5).strokes(), 12);
    open(new TestDependencies().drafts(new InMemoryDraftStore(draft)));

    window.awaitWinner("5");
    assertThat(window.sees("#invitation")).isFalse();
    assertThat(session.pad().brushProperty().get()).isEqualTo(12);
    assertThat(window.label("#status")).matches("Read in \\d+\\.\\d\\d ms");
    assertThat(window.label("#model")).isEqualTo("Conv-GRU · 28,506 parameters");
  }

  @Test
  void savesTheStrokeDuringWhichTheWindowWasClosed() {
    InMemoryDraftStore drafts = new InMemoryDraftStore(Drawing.BLANK);
    open(new TestDependencies().recognizer(() -> slow).drafts(drafts));
    window.begin(MnistLikeDigits.drawing(1).strokes().get(0));

    window.run(session::close);

    assertThat(drafts.draft().strokes()).hasSize(1);
    window.end();
  }

  @Test
  void showsThatDraftsCannotBeSaved(@TempDir Path folder) throws IOException {
    Path blocked = Files.writeString(folder.resolve("state"), "a file where a folder should be");
    open(new TestDependencies().drafts(new DraftFile(() -> blocked)));
    assertThat(window.sees("#draft-error")).isFalse();

    window.draw(MnistLikeDigits.drawing(7));

    window.awaitWinner("7");
    window.await("the sentence", () -> window.sees("#draft-error"));
    assertThat(window.label("#draft-error")).contains(blocked.toString());
    Files.delete(blocked);
    window.draw(MnistLikeDigits.drawing(7));
    window.await("no sentence", () -> !window.sees("#draft-error"));
  }

  @Test
  void showsThatSettingsWereDamaged(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("settings.properties"), "model=\\u00zz\n");
    open(new TestDependencies().preferences(new PreferencesFile(() -> folder)));

    window.await("the sentence", () -> window.sees("#draft-error"));

    assertThat(window.label("#draft-error")).startsWith("Your settings were damaged");
    window.draw(MnistLikeDigits.drawing(7));
    window.awaitWinner("7");
  }

  @Test
  void showsThatTheDiskIsFullAndKeepsTheDraftBefore() throws IOException {
    Disk disk = new Disk();
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      Path folder = system.getPath("/state");
      Path draft = folder.resolve("draft.jsonl");
      open(new TestDependencies().recognizer(() -> slow).drafts(new DraftFile(() -> folder)));
      window.draw(MnistLikeDigits.drawing(1));
      window.await("the draft", () -> Files.exists(draft));
      byte[] before = Files.readAllBytes(draft);
      disk.setFaults(
          operation -> {
            if (operation == Operation.WRITE) {
              throw new IOException("No space left on device");
            }
          });

      window.draw(MnistLikeDigits.drawing(7));

      window.await("the sentence", () -> window.sees("#draft-error"));
      assertThat(window.label("#draft-error"))
          .contains(draft.toString(), Messages.get("io.reason.noSpace"));
      assertThat(Files.readAllBytes(draft)).isEqualTo(before);
      disk.setFaults(operation -> {});
      window.draw(MnistLikeDigits.drawing(7));
      window.await("no sentence", () -> !window.sees("#draft-error"));
    }
  }

  private Answer.State state() {
    return session.answer().answerProperty().get().state();
  }
}
