package org.digitpad.ui.common;

import javafx.animation.AnimationTimer;

/**
 * Does something in every frame while it runs. An exception stops it and is reported; JavaFX would
 * draw no frame any more as long as a timer throws.
 */
public abstract class FrameTimer extends AnimationTimer {
  private boolean running;

  /**
   * Called in every frame.
   *
   * @param now time of the frame in nanoseconds
   */
  protected abstract void frame(long now);

  @Override
  public final void handle(long now) {
    try {
      frame(now);
    } catch (RuntimeException | Error cause) {
      stop();
      Uncaught.report(cause);
    }
  }

  public final boolean isRunning() {
    return running;
  }

  @Override
  public final void start() {
    running = true;
    super.start();
  }

  @Override
  public final void stop() {
    running = false;
    super.stop();
  }
}
