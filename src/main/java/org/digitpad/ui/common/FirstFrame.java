package org.digitpad.ui.common;

import javafx.animation.AnimationTimer;

/** Waits until people can see the window, so that nothing slow stands before it. */
public final class FirstFrame extends AnimationTimer {
  private static final int PULSES = 2;

  private final Runnable then;
  private int pulses;

  private FirstFrame(Runnable then) {
    this.then = then;
  }

  /** Runs a task on the FX thread after the next frame was handed to the screen. */
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
