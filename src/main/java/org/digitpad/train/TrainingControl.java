package org.digitpad.train;

import java.util.concurrent.CancellationException;

/** Holds, lets go on or ends a training run from any thread; the run obeys between two steps. */
public final class TrainingControl {
  // guarded by this
  private boolean paused;
  private boolean stopped;

  /** Holds the run after the step in hand. */
  public synchronized void pause() {
    paused = true;
  }

  /** Lets a held run go on. */
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Ends the run after the step in hand, held or not. There is no way back. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /**
   * Returns when the run may take its next step.
   *
   * @throws CancellationException if it may not, because it is stopped or interrupted
   */
  synchronized void awaitGo() {
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
