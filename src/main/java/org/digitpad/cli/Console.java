package org.digitpad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.json.Json;

/** The streams and the environment of a command. */
final class Console {
  private final OutputWriter output;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, String> environment;
  private final BooleanSupplier terminal;

  /**
   * @param out results
   * @param err progress and errors
   * @param environment usually {@link System#getenv()}
   * @param terminal returns whether {@code err} is a terminal, on which lines may be overwritten
   */
  Console(Writer out, Writer err, Map<String, String> environment, BooleanSupplier terminal) {
    this.output = new OutputWriter(out);
    this.out = new PrintWriter(output);
    this.err = new PrintWriter(err);
    this.environment = environment;
    this.terminal = terminal;
  }

  /** Results, for text of the program's own; {@link #requireWritten} is to follow. */
  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  Map<String, String> environment() {
    return environment;
  }

  BooleanSupplier terminal() {
    return terminal;
  }

  /**
   * Prints a line of results and flushes it, so that a program that reads them gets it at once.
   *
   * @throws OutputException if it cannot be written
   */
  void print(String line) {
    out.println(PlainText.line(line));
    requireWritten();
  }

  /** Prints a value as one line of JSON, as {@link #print} does. */
  void printJson(Object value) {
    print(Json.write(value, new TerminalSafeEscapes()));
  }

  /**
   * Flushes the results.
   *
   * @throws OutputException if not all that was printed could be written
   */
  void requireWritten() {
    if (out.checkError()) {
      throw new OutputException(
          Objects.requireNonNullElseGet(
              output.failure(), () -> new IOException(Messages.get("cli.output.unknownReason"))));
    }
  }

  /** Prints a message that is not a result. */
  void printMessage(String message) {
    err.println(PlainText.line(message));
    err.flush();
  }
}
