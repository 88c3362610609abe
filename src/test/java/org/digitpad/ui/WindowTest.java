package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A test of the real window, which each test opens with dependencies of its own. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {
  private static final double WIDTH = 1200;
  private static final double HEIGHT = 800;

  Stage stage;
  AppSession session;
  WindowRobot window;

  /** Whether the test provokes exceptions that nothing catches. */
  boolean errorsExpected;

  @BeforeEach
  void prepare(FxRobot robot) throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    window = new WindowRobot(robot);
  }

  void open(TestDependencies dependencies) {
    session = new AppSession(dependencies.build());
    window.run(
        () -> {
          stage.setWidth(WIDTH);
          stage.setHeight(HEIGHT);
          session.open(stage);
        });
  }

  @AfterEach
  void close() {
    window.run(session::close);
    if (!errorsExpected) {
      assertThat(session.errors().messageProperty().get()).as(session.errors().details()).isEmpty();
    }
  }
}
