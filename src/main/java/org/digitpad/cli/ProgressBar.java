package org.digitpad.cli;

import java.io.PrintWriter;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.digitpad.i18n.Numbers;
import org.digitpad.i18n.PlainText;

/**
 * Shows the progress of a task. On a terminal it is a bar on one line, redrawn at most ten times a
 * second, and never longer than the line, as what wraps cannot be overwritten; elsewhere, as in a
 * pipe or a log, it is a plain line at most every ten seconds.
 */
final class ProgressBar {
  private static final int CELLS = 24;
  private static final int PERCENT_WIDTH = 4;

  /** With fewer cells than this, the bar tells less than the percentage alone. */
  private static final int MIN_CELLS = 8;

  /** Length of the brackets around the cells, and of the space after them. */
  private static final int AROUND_CELLS = 3;

  private static final long REDRAW_NANOS = 100_000_000;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final PrintWriter out;
  private final boolean terminal;

  /** The longest line; one column less than the terminal has, as some wrap a full line. */
  private final int maxWidth;

  private final LongSupplier clock;
  private long lastShown;
  private int width;

  ProgressBar(Console console) {
    this(
        console.err(),
        console.terminal().getAsBoolean(),
        () -> Terminal.columns(console.environment()),
        System::nanoTime);
  }

  /**
   * Creates a bar with its own clock.
   *
   * @param columns returns the width of the terminal; asked only if there is one
   * @param clock nanoseconds, as {@link System#nanoTime()} counts them
   */
  ProgressBar(PrintWriter out, boolean terminal, IntSupplier columns, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.maxWidth = terminal ? Math.max(1, columns.getAsInt() - 1) : 0;
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
    String line = line(done, text);
    out.print("\r" + TextColumns.left(line, width));
    width = line.length();
  }

  /** Returns the bar and the text; a shorter bar or none, and less text, if the line is short. */
  private String line(double done, String text) {
    int cells = Math.min(CELLS, maxWidth - AROUND_CELLS - text.length());
    if (cells < MIN_CELLS) {
      return text.length() <= maxWidth ? text : text.substring(0, maxWidth - 1) + "…";
    }
    int full = (int) Math.round(done * cells);
    return "[" + "#".repeat(full) + ".".repeat(cells - full) + "] " + text;
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
