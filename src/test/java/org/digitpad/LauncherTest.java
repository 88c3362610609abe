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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts DigitPad in a process of its own, where the window cannot be opened. */
class LauncherTest {
  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void reportsThatLibrariesCannotBeUnpacked() throws Exception {
    Path notAFolder = Files.createFile(folder.resolve("file"));

    Exit exit = window("-Duser.home=" + notAFolder, "-Djava.io.tmpdir=" + notAFolder);

    assertThat(exit.printed()).contains(notAFolder.toString(), "-Djava.io.tmpdir").hasLineCount(1);
    assertThat(exit.exitCode()).isEqualTo(Cli.FAILED);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void reportsADisplayThatDoesNotAnswerInOneSentence() throws Exception {
    Exit exit = window("-Dprism.order=sw");

    assertThat(exit.printed()).startsWith("The window cannot be opened: ").hasLineCount(1);
    assertThat(exit.exitCode()).isEqualTo(Cli.BAD_INPUT);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void findsFilesWithAnyNameInThePosixLocale() throws Exception {
    Path home = Files.createDirectory(folder.resolve("zo\u00eb"));
    Map<String, String> posix = Map.of("LC_ALL", "POSIX", "DIGITPAD_HOME", home.toString());

    Exit missing = start(posix, List.of(), "predict", home.resolve("fehlt\u00df.png").toString());
    Exit status = start(posix, List.of("-Xmx100m"), "data", "status");

    assertThat(missing.exitCode()).isEqualTo(Cli.BAD_INPUT);
    assertThat(missing.printed()).contains(home.resolve("fehlt\u00df.png").toString());
    assertThat(status.printed()).contains(home.toString());
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
    builder.environment().remove("DIGITPAD_MNIST_DIR");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Exit(process.waitFor(), printed);
  }
}
