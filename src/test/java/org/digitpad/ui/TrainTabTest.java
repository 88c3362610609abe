package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.soak.ErrorWatch;
import org.digitpad.ui.train.run.RunState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains for real with a robot on the real window, on few digits. */
class TrainTabTest extends WindowTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void writeImages() {
    MnistLikeDigits.writeFolder(folder.resolve("images"), 400, 100);
  }

  @BeforeEach
  void selectTab() throws IOException {
    open(
        new TestDependencies()
            .images(folder.resolve("images"))
            .models(Files.createTempDirectory(folder, "models")));
    window.click("#tab-train");
    window.await("the images", () -> !window.node("#train").isDisabled());
  }

  @Test
  void trainsAModelAndUsesItOnThePad() {
    window.fill("#epochs", "5");
    window.fill("#batch", "20");
    window.click("#train");
    window.await("the end", () -> state() == RunState.DONE);
    assertThat(window.label("#headline"))
        .endsWith("of the 100 validation images classified correctly");

    window.click("#show-epochs");
    assertThat(window.sees("#epoch-log")).isTrue();
    window.click("#use");
    window.click("#tab-draw");

    String name = session.train().run().resultProperty().get().title();
    String title = Messages.plural("ui.modelTitle", 28_506, name);
    window.await("the model on the pad", () -> window.label("#model").equals(title));
    window.draw(MnistLikeDigits.drawing(7));
    window.awaitWinner("7");
  }

  @Test
  void showsAnErrorAtAnInvalidField() {
    window.fill("#epochs", "none");
    assertThat(window.sees("#epochs-error")).isTrue();
    assertThat(window.label("#epochs-error"))
        .isEqualTo(
            Messages.get(
                "ui.train.settings.errorOf",
                Messages.get("ui.train.settings.epochs"),
                Messages.part(Messages.get("ui.train.settings.notWholeWithin", 1, 1_000))));
    assertThat(window.node("#train").isDisabled()).isTrue();
  }

  @Test
  void keysInAListNeverLeaveASettingEmpty() {
    for (String list : List.of("#recipe", "#architecture", "#data")) {
      ComboBox<?> box = (ComboBox<?>) window.node(list);
      Object chosen = box.getValue();
      List<@Nullable Object> values = new ArrayList<>();
      window.run(() -> box.valueProperty().addListener((p, before, now) -> values.add(now)));
      window.click(list);
      window.press(KeyCode.SHIFT, KeyCode.HOME);
      window.press(KeyCode.CONTROL, KeyCode.SPACE);
      window.press(KeyCode.ESCAPE);

      assertThat(values).as(list).isEmpty();
      assertThat(box.getValue()).as(list).isEqualTo(chosen);
    }
  }

  @Test
  void pausesStopsAndOffersToResume() {
    window.fill("#epochs", "200");
    window.click("#train");
    window.await(
        "an epoch", () -> session.train().run().historyProperty().get().finished().size() > 1);
    window.click("#tab-draw");
    assertThat(window.label("#training")).isEqualTo("Training");
    window.click("#training");
    window.click("#pause");
    assertThat(state()).isEqualTo(RunState.PAUSED);
    assertThat(window.label("#training")).isEqualTo("Training paused");
    assertThat(window.label("#headline")).startsWith("Paused in epoch ");
    window.click("#stop");
    window.await("no sign", () -> !window.sees("#training"));
    window.await("the offer", () -> window.sees("#unfinished"));
    assertThat(window.label("#unfinished-run")).startsWith("Unfinished run: Conv-GRU, epoch ");

    window.click("#discard");
    assertThat(window.sees("#unfinished")).isTrue();
    window.press(KeyCode.SPACE);
    window.await("no offer", () -> !window.sees("#unfinished"));
  }

  @Test
  void asksBeforeItClosesDuringATraining() {
    window.fill("#epochs", "200");
    window.click("#train");
    window.await("training", () -> state() == RunState.TRAINING);

    requestClose();
    window.click("#keep-training");
    assertThat(stage.isShowing()).isTrue();
    assertThat(session.train().run().runningProperty().get()).isTrue();
    requestClose();
    window.click("#stop-and-close");
    window.await("the end", () -> !stage.isShowing());

    assertThat(state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void theEndOfARunAfterTheEndOfTheWindowIsNoError() {
    window.fill("#epochs", "200");
    window.click("#train");
    window.await("training", () -> state() == RunState.TRAINING);

    try (ErrorWatch watch = new ErrorWatch(error -> {})) {
      window.run(watch::watchThisThread);
      window.run(session::close);
      window.await("the end", () -> state() == RunState.STOPPED);
      assertThat(watch.errors()).isEmpty();
    }
  }

  @Test
  void theKeyboardSelectsTabs() {
    window.pressControl(KeyCode.DIGIT1);
    assertThat(window.sees("#canvas")).isTrue();
    window.draw(MnistLikeDigits.drawing(1));
    window.pressControl(KeyCode.DIGIT2);
    assertThat(window.sees("#loss-chart")).isTrue();
    window.press(KeyCode.DELETE);
    assertThat(session.pad().canClearProperty().get()).isTrue();
  }

  private void requestClose() {
    window.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private RunState state() {
    return session.train().run().stateProperty().get();
  }
}
