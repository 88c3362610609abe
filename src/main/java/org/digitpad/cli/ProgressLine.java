package org.digitpad.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** A bar on one line of a terminal, drawn anew at most ten times a second. */
final class ProgressLine {
  private static final int CELLS = 24;
  private static final long PERIOD_NANOS = 100_000_000;

  private final PrintWriter out;
  private long drawn = System.nanoTime() - PERIOD_NANOS;
  private int width;

  ProgressLine(PrintWriter out) {
    this.out = out;
  }

  /**
   * Shows how far the work is.
   *
   * @param done share of the work, 0 to 1
   */
  void show(double done, String format, Object... arguments) {
    long now = System.nanoTime();
    if (now - drawn < PERIOD_NANOS && done < 1) {
      return;
    }
    drawn = now;
    int full = (int) Math.round(done * CELLS);
    String line =
        String.format(
            Locale.ROOT,
            "[%s%s] %3.0f%% %s",
            "#".repeat(full),
            ".".repeat(CELLS - full),
            100 * done,
            String.format(Locale.ROOT, format, arguments));
    out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    out.flush();
    width = line.length();
  }

  /** Makes room for other output. */
  void clear() {
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
  }
}
