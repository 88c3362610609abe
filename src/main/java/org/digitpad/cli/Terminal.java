package org.digitpad.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** What standard error is. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether somebody watches standard error, so that lines may be drawn over. Java itself cannot
   * say: its console is there or not with standard input and output. Takes some milliseconds.
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
