package org.digitpad.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Finds out whether standard error is a terminal. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard error is a terminal, on which lines may be overwritten. Java itself cannot
   * tell: {@link System#console()} depends on standard input and output. Takes some milliseconds.
   */
  static boolean isStandardError() {
    try {
      return new ProcessBuilder("test", "-t", "2").redirectError(Redirect.INHERIT).start().waitFor()
          == 0;
    } catch (IOException notPosix) {
      return System.console() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
