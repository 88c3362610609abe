package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Files that are not regular. */
public final class SpecialFiles {
  private SpecialFiles() {}

  /** Creates a pipe (FIFO), which nobody writes to: opening it waits for ever. Not on Windows. */
  public static Path pipe(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }
}
