package org.digitpad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.digitpad.cli.Cli;
import org.digitpad.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts DigitPad in a process of its own, where the window cannot be opened. */
class LauncherTest {
  @TempDir private Path folder;

  @Test
  void reportsThatJavaFxCannotUnpackItsLibraries() throws Exception {
    Path notAFolder = Files.createFile(folder.resolve("file"));

    Exit exit =
        window("-Duser.home=" + notAFolder, "-Djava.io.tmpdir=" + notAFolder, "-Dprism.order=sw");

    assertThat(exit.printed().lines().reduce((before, last) -> last))
        .contains(Messages.get("launcher.windowFailed", "No toolkit found"));
    assertThat(exit.printed()).doesNotContain("Exception in thread");
    assertThat(exit.exitCode()).isEqualTo(Cli.FAILED);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is always a display")
  void opensTheWindowForAModelFileAndReportsAMissingDisplay() throws Exception {
    Exit exit = start(Map.of("DISPLAY", ""), List.of(), "own.safetensors");

    assertThat(exit.printed()).startsWith("There is no display to open the window on");
    assertThat(exit.exitCode()).isEqualTo(Cli.BAD_INPUT);
  }

  private record Exit(int exitCode, String printed) {}

  private static Exit window(String... options) throws IOException, InterruptedException {
    return start(Map.of("DISPLAY", ":nowhere"), List.of(options));
  }

  private static Exit start(
      Map<String, String> environment, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Launcher.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Exit(process.waitFor(), printed);
  }
}
