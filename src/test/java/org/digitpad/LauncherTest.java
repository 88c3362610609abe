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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The window where it cannot be, as a process of its own sees it. */
class LauncherTest {
  @TempDir private Path folder;

  @Test
  void saysInOneSentenceThatJavaFxCannotUnpackItsLibraries() throws Exception {
    Path noFolder = Files.createFile(folder.resolve("file"));

    Ended ended =
        window("-Duser.home=" + noFolder, "-Djava.io.tmpdir=" + noFolder, "-Dprism.order=sw");

    assertThat(ended.printed().lines().reduce((before, last) -> last))
        .contains("The window cannot be opened: No toolkit found. See 'digitpad --help'.");
    assertThat(ended.printed()).doesNotContain("Exception in thread");
    assertThat(ended.exitCode()).isEqualTo(Cli.FAILED);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is always a display")
  void opensTheWindowForAModelFileAndSaysThatThereIsNoDisplay() throws Exception {
    Ended ended = start(Map.of("DISPLAY", ""), List.of(), "own.safetensors");

    assertThat(ended.printed()).startsWith("There is no display to open the window on");
    assertThat(ended.exitCode()).isEqualTo(Cli.BAD_INPUT);
  }

  private record Ended(int exitCode, String printed) {}

  private static Ended window(String... options) throws IOException, InterruptedException {
    return start(Map.of("DISPLAY", ":nowhere"), List.of(options));
  }

  private static Ended start(
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
    return new Ended(process.waitFor(), printed);
  }
}
