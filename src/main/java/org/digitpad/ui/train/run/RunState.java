package org.digitpad.ui.train.run;

/** Where a run is. */
public enum RunState {
  IDLE,
  LOADING,
  TRAINING,
  PAUSED,
  STOPPING,
  STOPPED,
  DONE,
  FAILED;

  boolean running() {
    return this == LOADING || this == TRAINING || this == PAUSED || this == STOPPING;
  }
}
