package org.digitpad.ui.practice;

/** Runs a task after a wait, on the UI thread. */
public interface Countdown {
  /**
   * Starts the wait, from the beginning if it is on already.
   *
   * @param seconds length of the wait
   * @param task what is run then, unless {@link #stop} is called before
   */
  void restart(double seconds, Runnable task);

  /** Ends the wait, if one is on. */
  void stop();
}
