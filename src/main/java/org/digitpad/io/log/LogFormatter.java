package org.digitpad.io.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.digitpad.i18n.PlainText;

/** Time, level, thread, logger and message of a record on one line, and its stack trace below. */
final class LogFormatter extends Formatter {
  /** Longer than any sentence of the program. */
  private static final int MAX_MESSAGE = 2_000;

  @Override
  public String format(LogRecord logged) {
    String message = PlainText.line(formatMessage(logged));
    return String.format(
        "%s %s [%s] %s: %s%n%s",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            logged.getInstant().truncatedTo(ChronoUnit.MILLIS).atZone(ZoneId.systemDefault())),
        logged.getLevel().getName(),
        // of the caller: handlers run on the thread that logs
        Thread.currentThread().getName(),
        logged.getLoggerName(),
        message.substring(0, Math.min(message.length(), MAX_MESSAGE)),
        logged.getThrown() == null ? "" : StackTraces.text(logged.getThrown()));
  }
}
