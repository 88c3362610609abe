package org.digitpad.ui.common;

import javafx.animation.AnimationTimer;

/** Defers slow work until the window is visible, so that it does not delay the start. */
public final class FirstFrame extends AnimationTimer {
  private static final int PULSES = 2;

  private final Runnable then;
  private int pulses;

  private FirstFrame(Runnable then) {
    this.then = then;
  }

  /** Runs a task on the FX thread once the next frame has been rendered. */
  public static void then(Runnable task) {
    new FirstFrame(task).start();
  }

  @Override
  public void handle(long now) {
    if (++pulses > PULSES) {
      stop();
      then.run();
    }
  }
}
