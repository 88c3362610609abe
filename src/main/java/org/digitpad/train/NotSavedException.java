package org.digitpad.train;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.digitpad.io.FileErrors;

/** A file of a run cannot be written; it has the file and the reason, as the system does not. */
public class NotSavedException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  NotSavedException(Path file, IOException cause) {
    super(file.toString(), null, FileErrors.reason(cause));
    initCause(cause);
  }

  /** Writes a file. */
  @FunctionalInterface
  interface Write {
    void run() throws IOException;
  }

  /**
   * Writes a file.
   *
   * @throws NotSavedException if that fails
   */
  static void unlessSaved(Path file, Write write) throws NotSavedException {
    try {
      write.run();
    } catch (IOException cause) {
      throw new NotSavedException(file, cause);
    }
  }
}
