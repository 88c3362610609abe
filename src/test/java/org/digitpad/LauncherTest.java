package org.digitpad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitpad.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window where it cannot be, as a process of its own sees it. */
@Timeout(60)
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

  private record Ended(int exitCode, String printed) {}

  private static Ended window(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Launcher.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DISPLAY", ":nowhere");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed);
  }
}
