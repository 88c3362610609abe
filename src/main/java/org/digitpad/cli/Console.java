package org.digitpad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.digitpad.i18n.Messages;

/**
 * The streams and the environment of a command.
 *
 * @param out results
 * @param err progress, logs and errors
 * @param environment usually {@link System#getenv()}
 * @param terminal returns whether {@code err} is a terminal, on which lines may be overwritten
 */
record Console(
    PrintWriter out, PrintWriter err, Map<String, String> environment, BooleanSupplier terminal) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Prints a line of results and flushes it, so that a program that reads them gets it at once.
   *
   * @throws UncheckedIOException if it cannot be written: a command must not succeed without its
   *     results
   */
  void print(String line) {
    out.println(line);
    if (out.checkError()) {
      String message = Messages.get("cli.output.closed");
      throw new UncheckedIOException(message, new IOException(message));
    }
  }

  /** Prints a value as one line of JSON, as {@link #print} does. */
  void printJson(Object value) {
    try {
      print(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prints a message that is not a result. */
  void printMessage(String message) {
    err.println(message);
    err.flush();
  }
}
