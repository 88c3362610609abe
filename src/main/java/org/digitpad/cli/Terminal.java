package org.digitpad.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Finds out whether standard error is a terminal. */
final class Terminal {
  private static final int DEFAULT_COLUMNS = 80;

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

  /**
   * The width of the terminal in columns: as the environment says, or else the terminal itself, or
   * else 80, the usual one. Takes some milliseconds.
   *
   * @param environment usually {@link System#getenv()}
   */
  static int columns(Map<String, String> environment) {
    int told = columns(environment.getOrDefault("COLUMNS", ""));
    int found = told > 0 ? told : columns(size());
    return found > 0 ? found : DEFAULT_COLUMNS;
  }

  /** Returns the last number of a text; 0 if it does not end in one that a terminal could have. */
  private static int columns(String text) {
    String last = text.strip().replaceFirst("(?s).*\\s", "");
    return last.matches("[1-9]\\d{0,4}") ? Integer.parseInt(last) : 0;
  }

  /** Rows and columns of the terminal that this program is started from; empty if unknown. */
  private static String size() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return stty.waitFor() == 0 ? answer : "";
    } catch (IOException notPosix) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
