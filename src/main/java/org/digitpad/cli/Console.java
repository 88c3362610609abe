package org.digitpad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/**
 * What a command works with: where results and progress go, and what the environment says.
 *
 * @param out results
 * @param err progress, logs and errors
 * @param environment usually {@link System#getenv()}
 */
record Console(PrintWriter out, PrintWriter err, Map<String, String> environment) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Prints a line of results at once, so that a reader at the other end of a pipe sees it. */
  void print(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
    out.flush();
  }

  /** Prints a value as one line of JSON. */
  void printJson(Object value) {
    try {
      out.println(JSON.writeValueAsString(value));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells the person at the terminal something that is no result. */
  void say(String format, Object... arguments) {
    err.println(String.format(Locale.ROOT, format, arguments));
    err.flush();
  }
}
