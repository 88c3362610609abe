package org.digitpad.ui.common;

/** Defers slow work until the window is visible, so that it does not delay the start. */
public final class AfterFirstFrame extends FrameTimer {
  private static final int PULSES = 2;

  private final Runnable then;
  private int pulses;

  private AfterFirstFrame(Runnable then) {
    this.then = then;
  }

  /** Runs a task on the FX thread once the next frame has been rendered. */
  public static void then(Runnable task) {
    new AfterFirstFrame(task).start();
  }

  @Override
  protected void frame(long now) {
    if (++pulses > PULSES) {
      stop();
      then.run();
    }
  }
}
