package org.digitpad.io.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.digitpad.i18n.PlainText;

/** Stack traces as text. */
public final class StackTraces {
  /** Enough for a stack trace with its causes; that of a full stack repeats itself. */
  private static final int MAX_LENGTH = 16_000;

  private StackTraces() {}

  /** The stack trace of an exception and of its causes, without what could control a terminal. */
  public static String text(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    String lines = PlainText.lines(text.toString());
    return lines.length() <= MAX_LENGTH
        ? lines
        : lines.substring(0, MAX_LENGTH) + "…" + System.lineSeparator();
  }
}
