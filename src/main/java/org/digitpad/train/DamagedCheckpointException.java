package org.digitpad.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A checkpoint holds anything that no run has written. */
final class DamagedCheckpointException extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedCheckpointException(Path file, @Nullable Throwable cause) {
    super("the checkpoint " + file + " is damaged", cause);
  }
}
