package org.digitpad.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far work is: on a terminal with a bar on one line, drawn anew at most ten times a
 * second; elsewhere, in a pipe or a log, with a plain line at most every ten seconds.
 */
final class ProgressBar {
  private static final int CELLS = 24;
  private static final long BAR_NANOS = 100_000_000;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private long shown;
  private int width;

  ProgressBar(Console console) {
    this(console.err(), console.terminal().getAsBoolean(), System::nanoTime);
  }

  /**
   * A line with a clock of its own.
   *
   * @param nanos as {@link System#nanoTime()}
   */
  ProgressBar(PrintWriter out, boolean terminal, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.shown = nanos.getAsLong() - (terminal ? BAR_NANOS : 0);
  }

  /**
   * Shows how far the work is.
   *
   * @param done share of the work, 0 to 1
   */
  void show(double done, String format, Object... arguments) {
    long now = nanos.getAsLong();
    boolean full = terminal && done >= 1;
    if (now - shown < (terminal ? BAR_NANOS : LINE_NANOS) && !full) {
      return;
    }
    shown = now;
    String text =
        String.format(Locale.ROOT, "%3.0f%% ", 100 * done)
            + String.format(Locale.ROOT, format, arguments);
    if (terminal) {
      draw(done, text);
    } else {
      out.println(text);
    }
    out.flush();
  }

  private void draw(double done, String text) {
    int full = (int) Math.round(done * CELLS);
    String line = "[" + "#".repeat(full) + ".".repeat(CELLS - full) + "] " + text;
    out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
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
