package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class TerminalTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir private Path folder;

  /** A program of its own, which {@code script} runs at a terminal. */
  static final class Asking {
    public static void main(String[] arguments) throws IOException {
      Files.writeString(Path.of(arguments[0]), String.valueOf(Terminal.isStandardError()));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void asksAboutStandardErrorAlone() throws Exception {
    assumeThat(SCRIPT).isExecutable();

    assertThat(atTerminal("")).isEqualTo("true");
    assertThat(atTerminal(" </dev/null >/dev/null")).isEqualTo("true");
    assertThat(atTerminal(" 2>/dev/null")).isEqualTo("false");
  }

  private String atTerminal(String redirection) throws Exception {
    Path answer = folder.resolve("answer");
    String java = ProcessHandle.current().info().command().orElse("java");
    String command = "'%s' '%s' '%s'".formatted(java, Asking.class.getName(), answer) + redirection;
    ProcessBuilder script =
        new ProcessBuilder(SCRIPT.toString(), "-qec", command, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("terminal").toFile());
    script.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    assertThat(script.start().waitFor()).isZero();
    return Files.readString(answer);
  }
}
