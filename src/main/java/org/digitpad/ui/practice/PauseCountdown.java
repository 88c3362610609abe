package org.digitpad.ui.practice;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A countdown of JavaFX. */
public final class PauseCountdown implements Countdown {
  private @Nullable PauseTransition pause;

  @Override
  public void restart(double seconds, Runnable task) {
    stop();
    PauseTransition next = new PauseTransition(Duration.seconds(seconds));
    next.setOnFinished(event -> task.run());
    next.play();
    pause = next;
  }

  @Override
  public void stop() {
    PauseTransition current = pause;
    if (current != null) {
      current.stop();
      pause = null;
    }
  }
}
