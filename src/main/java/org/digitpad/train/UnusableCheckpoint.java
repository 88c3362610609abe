package org.digitpad.train;

import java.io.IOException;

/**
 * A checkpoint that no run can go on from.
 *
 * @param files the run that it is of
 * @param sentence why, for people
 * @param damaged whether it is damaged, and so of no more use to any program
 */
public record UnusableCheckpoint(RunFiles files, String sentence, boolean damaged) {
  /**
   * Renames what is damaged, so that it is not found again.
   *
   * @throws org.digitpad.io.BadInputException if another program uses the checkpoint
   */
  public void setAside() throws IOException {
    try (RunLock lock = RunLock.acquire(files, RunLock.Holder.WINDOW)) {
      new CheckpointFile(lock.files()).setAsideDamaged();
    }
  }
}
