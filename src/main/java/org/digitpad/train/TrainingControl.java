package org.digitpad.train;

import java.util.concurrent.CancellationException;

/** Pauses, resumes or stops a training run from any thread; takes effect between two steps. */
public final class TrainingControl {
  // guarded by this
  private boolean paused;
  private boolean stopped;

  /** Pauses the run after the current step. */
  public synchronized void pause() {
    paused = true;
  }

  /** Resumes a paused run. */
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Stops the run after the current step, paused or not. A stopped run cannot be resumed. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /**
   * Blocks while the run is paused.
   *
   * @throws CancellationException if the run is stopped or its thread interrupted
   */
  synchronized void awaitResumed() {
    while (paused && !stopped) {
      try {
        wait();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        stopped = true;
      }
    }
    if (stopped) {
      throw new CancellationException("the training was stopped");
    }
  }
}
