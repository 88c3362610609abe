package org.digitpad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What a command works with: where results and progress go, and what the environment says.
 *
 * @param out results
 * @param err progress, logs and errors
 * @param environment usually {@link System#getenv()}
 * @param terminal finds out whether somebody watches, so that lines may be drawn over
 */
record Console(
    PrintWriter out, PrintWriter err, Map<String, String> environment, BooleanSupplier terminal) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Prints a line of results at once, so that a reader at the other end of a pipe sees it. */
  void print(String format, Object... arguments) {
    println(String.format(Locale.ROOT, format, arguments));
  }

  /** Prints a value as one line of JSON. */
  void printJson(Object value) {
    try {
      println(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A result that nobody gets must not count as done. */
  private void println(String line) {
    out.println(line);
    if (out.checkError()) {
      String fault = "the results cannot be written to standard output";
      throw new UncheckedIOException(fault, new IOException(fault));
    }
  }

  /** Tells the person at the terminal something that is no result. */
  void say(String format, Object... arguments) {
    err.println(String.format(Locale.ROOT, format, arguments));
    err.flush();
  }
}
