package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run of the command line: its exit code and output. */
record CliRun(int exitCode, String out, String err) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Runs with a data folder of its own, so that the user's files do not matter. */
  static CliRun of(Path home, String... arguments) {
    return of(Map.of("DIGITPAD_HOME", home.toString()), arguments);
  }

  static CliRun of(Map<String, String> environment, String... arguments) {
    return of(environment, false, arguments);
  }

  /** Runs as if at a terminal. */
  static CliRun atTerminal(Path home, String... arguments) {
    return of(Map.of("DIGITPAD_HOME", home.toString()), true, arguments);
  }

  /** Something that happens in between. */
  @FunctionalInterface
  interface Interruption {
    void run() throws IOException;
  }

  /** Runs, and lets something happen after the first line of output. */
  static CliRun interrupted(Path home, Interruption interruption, String... arguments) {
    StringWriter out =
        new StringWriter() {
          private boolean done;

          @Override
          public void flush() {
            if (!done && getBuffer().indexOf("\n") >= 0) {
              done = true;
              try {
                interruption.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }
        };
    return of(Map.of("DIGITPAD_HOME", home.toString()), false, out, arguments);
  }

  private static CliRun of(Map<String, String> environment, boolean terminal, String... arguments) {
    return of(environment, terminal, new StringWriter(), arguments);
  }

  private static CliRun of(
      Map<String, String> environment, boolean terminal, StringWriter out, String... arguments) {
    StringWriter err = new StringWriter();
    int exitCode =
        new Cli(new PrintWriter(out), new PrintWriter(err), environment, () -> terminal)
            .run(arguments);
    return new CliRun(exitCode, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** Expects success, and nothing on standard error. */
  CliRun done() {
    assertThat(err).isEmpty();
    assertThat(exitCode).isZero();
    return this;
  }

  /** Expects success, and nothing but one JSON object a line. */
  List<JsonNode> json() {
    done();
    return jsonLines(out);
  }

  static List<JsonNode> jsonLines(String text) {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : text.lines().toList()) {
      try {
        JsonNode node = JSON.readTree(line);
        assertThat(node.isObject()).as(line).isTrue();
        nodes.add(node);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + line, e);
      }
    }
    return nodes;
  }

  static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Expects exit code 2 and one sentence, which it returns. */
  String refused() {
    assertThat(exitCode).as(err).isEqualTo(2);
    assertThat(err.lines()).hasSize(1);
    String sentence = err.strip();
    assertThat(sentence)
        .matches("\\S.*[^.;?!]\\.")
        .doesNotContain(".;", "?;", ";;", "..", ". ;", "Exception", "\tat ", "null", "Optional");
    return sentence;
  }
}
