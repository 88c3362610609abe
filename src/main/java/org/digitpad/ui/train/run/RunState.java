package org.digitpad.ui.train.run;

/** The state of a training run. */
public enum RunState {
  IDLE,
  LOADING,
  TRAINING,
  PAUSED,
  STOPPING,
  STOPPED,
  DONE,
  FAILED;

  /** Whether the run has started and not ended yet. */
  public boolean isRunning() {
    return this == LOADING || this == TRAINING || this == PAUSED || this == STOPPING;
  }
}
