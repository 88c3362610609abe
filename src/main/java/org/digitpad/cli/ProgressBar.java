package org.digitpad.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.digitpad.i18n.Numbers;
import org.digitpad.i18n.PlainText;

/**
 * Shows the progress of a task. On a terminal it is a bar on one line, redrawn at most ten times a
 * second; elsewhere, as in a pipe or a log, it is a plain line at most every ten seconds.
 */
final class ProgressBar {
  private static final int CELLS = 24;
  private static final int PERCENT_WIDTH = 4;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier clock;
  private long lastShown;
  private int width;

  ProgressBar(Console console) {
    this(console.err(), console.terminal().getAsBoolean(), System::nanoTime);
  }

  /**
   * Creates a bar with its own clock.
   *
   * @param clock nanoseconds, as {@link System#nanoTime()} counts them
   */
  ProgressBar(PrintWriter out, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.lastShown = clock.getAsLong() - (terminal ? REDRAW_NANOS : 0);
  }

  /**
   * Shows the progress, unless it was shown a moment ago.
   *
   * @param done share of the work, 0 to 1
   * @param details asked only if the progress is shown
   */
  void show(double done, Supplier<String> details) {
    long now = clock.getAsLong();
    boolean full = terminal && done >= 1;
    if (now - lastShown < (terminal ? REDRAW_NANOS : LINE_NANOS) && !full) {
      return;
    }
    lastShown = now;
    String text =
        TextColumns.row(
            TextColumns.right(Numbers.percent(done, 0), PERCENT_WIDTH),
            PlainText.line(details.get()));
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
    out.print("\r" + TextColumns.left(line, width));
    width = line.length();
  }

  /** Erases the bar, so that other output can take its line. */
  void clear() {
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
  }
}
