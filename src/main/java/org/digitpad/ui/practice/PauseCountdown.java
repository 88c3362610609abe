package org.digitpad.ui.practice;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** A countdown of JavaFX. */
public final class PauseCountdown implements Countdown {
  private final PauseTransition pause = new PauseTransition();

  @Override
  public void restart(double seconds, Runnable task) {
    pause.stop();
    pause.setDuration(Duration.seconds(seconds));
    pause.setOnFinished(event -> task.run());
    pause.playFromStart();
  }

  @Override
  public void stop() {
    pause.stop();
  }
}
