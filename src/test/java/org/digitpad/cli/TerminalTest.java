package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class TerminalTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir private Path folder;

  /** A program that writes to a file whether its standard error is a terminal. */
  static final class TerminalCheck {
    public static void main(String[] arguments) throws IOException {
      Files.writeString(Path.of(arguments[0]), String.valueOf(Terminal.isStandardError()));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void asksAboutStandardErrorAlone() throws Exception {
    assumeThat(SCRIPT).isExecutable();
    assumeThat(script("test -t 2")).as("a container without devpts has no terminals").isZero();

    assertThat(atTerminal("")).isEqualTo("true");
    assertThat(atTerminal(" </dev/null >/dev/null")).isEqualTo("true");
    assertThat(atTerminal(" 2>/dev/null")).isEqualTo("false");
  }

  private String atTerminal(String redirection) throws Exception {
    Path answer = folder.resolve("answer");
    String java = ProcessHandle.current().info().command().orElse("java");
    String command =
        "'%s' '%s' '%s'".formatted(java, TerminalCheck.class.getName(), answer) + redirection;
    assertThat(script(command)).isZero();
    return Files.readString(answer);
  }

  /** Runs a command at a pseudo-terminal; returns its exit code. */
  private int script(String command) throws Exception {
    ProcessBuilder script =
        new ProcessBuilder(SCRIPT.toString(), "-qec", command, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("terminal").toFile());
    script.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return script.start().waitFor();
  }

  @Test
  void theEnvironmentTellsTheWidth() {
    assertThat(Terminal.columns(Map.of("COLUMNS", "132"))).isEqualTo(132);
    assertThat(Terminal.columns(Map.of("COLUMNS", "wide"))).isPositive();
    assertThat(Terminal.columns(Map.of())).isPositive();
  }
}
