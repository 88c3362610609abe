package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ConfirmButtonTest {
  private final AtomicInteger done = new AtomicInteger();
  private ConfirmButton button;

  @Start
  void show(Stage stage) {
    button = new ConfirmButton("Discard", "Discard for good?", done::incrementAndGet);
    stage.setScene(new Scene(new HBox(button, new Button("other")), 300, 100));
    stage.show();
  }

  @Test
  void actsWhenItIsUsedTwice(FxRobot robot) {
    robot.interact(button::requestFocus);
    robot.type(KeyCode.SPACE);
    assertThat(button.getText()).isEqualTo("Discard for good?");
    assertThat(done).hasValue(0);
    robot.type(KeyCode.SPACE);
    assertThat(button.getText()).isEqualTo("Discard");
    assertThat(done).hasValue(1);
  }

  @Test
  void aDoubleClickIsOneUse(FxRobot robot) {
    robot.doubleClickOn(button);
    assertThat(button.getText()).isEqualTo("Discard for good?");
    assertThat(done).hasValue(0);
    assertThat(button.isArmed()).isFalse();
  }

  @Test
  void escapeAndLeavingTakeTheQuestionBack(FxRobot robot) {
    robot.interact(button::requestFocus);
    robot.type(KeyCode.SPACE, KeyCode.ESCAPE);
    assertThat(button.getText()).isEqualTo("Discard");
    robot.type(KeyCode.SPACE, KeyCode.TAB);
    assertThat(button.getText()).isEqualTo("Discard");
    assertThat(done).hasValue(0);
  }
}
