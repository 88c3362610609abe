package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.Drawing;
import org.digitpad.ui.draw.InMemoryDraftStore;
import org.digitpad.ui.train.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Trains for real with a robot on the real window, on few digits. */
@ExtendWith(ApplicationExtension.class)
class TrainTabTest {
  @TempDir private static Path folder;

  private AppSession session;
  private Stage stage;
  private PadRobot hand;

  @Start
  void start(Stage stage) throws IOException {
    Path models = Files.createTempDirectory(folder, "models");
    this.stage = stage;
    MnistLikeDigits.writeFolder(folder.resolve("images"), 800, 100);
    session =
        new AppSession(
            TestDependencies.of(
                DigitPadApp.parts().reader(),
                new InMemoryDraftStore(Drawing.BLANK),
                TestDependencies.training(folder.resolve("images"), models)));
    stage.setWidth(1200);
    stage.setHeight(800);
    session.open(stage);
  }

  @Stop
  void stop() {
    session.close();
  }

  @BeforeEach
  void enter(FxRobot robot) {
    hand = new PadRobot(robot);
    robot.clickOn("#room-train");
    hand.await("the images", () -> !robot.lookup("#train").query().isDisabled());
  }

  @Test
  void trainsFromAClickToThePad(FxRobot robot) {
    type(robot, "#epochs", "8");
    type(robot, "#batch", "20");
    robot.clickOn("#train");
    hand.await("the end", () -> state() == RunState.DONE);
    assertThat(hand.label("#headline")).endsWith("of the 100 validation images read right");

    robot.clickOn("#show-epochs");
    assertThat(hand.sees("#epoch-log")).isTrue();
    robot.clickOn("#use");
    robot.clickOn("#room-draw");

    String name = session.train().run().resultProperty().get().title();
    assertThat(hand.label("#model")).isEqualTo(name + " · 28,506 parameters");
    hand.draw(MnistLikeDigits.drawing(7));
    hand.awaitWinner("7");
  }

  @Test
  void tellsWhatIsInvalidAtItsField(FxRobot robot) {
    type(robot, "#epochs", "none");
    assertThat(hand.sees("#epochs-error")).isTrue();
    assertThat(robot.lookup("#epochs-error").queryAs(Label.class).getText())
        .isEqualTo(Messages.get("ui.train.settings.notWholeWithin", 1, 1_000));
    assertThat(robot.lookup("#train").query().isDisabled()).isTrue();
  }

  @Test
  void pausesStopsAndOffersToGoOn(FxRobot robot) {
    type(robot, "#epochs", "200");
    robot.clickOn("#train");
    hand.await(
        "an epoch", () -> session.train().run().historyProperty().get().finished().size() > 1);
    robot.clickOn("#pause");
    assertThat(state()).isEqualTo(RunState.PAUSED);
    assertThat(hand.label("#headline")).startsWith("Paused in epoch ");
    robot.clickOn("#stop");
    hand.await("the offer", () -> hand.sees("#unfinished"));
    assertThat(hand.label("#offer")).startsWith("A training of Conv-GRU is not finished: epoch ");

    robot.clickOn("#discard");
    hand.await("no offer", () -> !hand.sees("#unfinished"));
  }

  @Test
  void asksBeforeItClosesOnATraining(FxRobot robot) {
    type(robot, "#epochs", "200");
    robot.clickOn("#train");
    hand.await("training", () -> state() == RunState.TRAINING);

    close(robot);
    robot.clickOn("#keep-training");
    assertThat(stage.isShowing()).isTrue();
    assertThat(session.train().run().runningProperty().get()).isTrue();
    close(robot);
    robot.clickOn("#stop-and-close");
    hand.await("the end", () -> !stage.isShowing());

    assertThat(state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void theKeyboardGoesFromRoomToRoom(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
    assertThat(hand.sees("#paper")).isTrue();
    hand.draw(MnistLikeDigits.drawing(1));
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
    assertThat(hand.sees("#loss-chart")).isTrue();
    robot.type(KeyCode.DELETE);
    assertThat(session.pad().canClearProperty().get()).isTrue();
  }

  private void close(FxRobot robot) {
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private void type(FxRobot robot, String field, String text) {
    robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(text));
  }

  private RunState state() {
    return session.train().run().stateProperty().get();
  }
}
