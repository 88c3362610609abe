package org.digitpad.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads thousands of damaged files of each format in a JVM with 512 MB of heap. CONTRIBUTING.md
 * says how to try more of them, and how to repeat one.
 */
final class MutationFuzzTest {
  @TempDir private Path folder;

  /** Two JVMs at once share the formats, in the order of the list. */
  private static final int PROCESSES = 2;

  @Test
  void everyFileIsReadOrRefusedInOneSentence() throws IOException, InterruptedException {
    String chosen = System.getProperty("fuzz.formats", "");
    List<String> formats = chosen.isEmpty() ? FuzzFormats.names() : List.of(chosen.split(","));
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      List<String> share = new ArrayList<>();
      for (int format = i; format < formats.size(); format += PROCESSES) {
        share.add(formats.get(format));
      }
      processes.add(start(i, share));
    }
    StringBuilder report = new StringBuilder();
    int failures = 0;
    for (int i = 0; i < PROCESSES; i++) {
      failures += processes.get(i).waitFor();
      report.append(Files.readString(log(i, "out"))).append(end(log(i, "err")));
    }

    System.out.print(report);
    assertThat(failures).as(report.toString()).isZero();
    assertThat(report.toString()).contains(formats);
  }

  private Process start(int number, List<String> formats) throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("tmp" + number));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.add("-Djava.io.tmpdir=" + temporary);
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("fuzz."))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FuzzMain.class.getName()));
    command.addAll(formats);
    return new ProcessBuilder(command)
        .redirectOutput(log(number, "out").toFile())
        .redirectError(log(number, "err").toFile())
        .start();
  }

  private Path log(int number, String stream) {
    return folder.resolve(stream + number);
  }

  /** Warnings in the log are expected, a million of them; only its end may say why a JVM ended. */
  private static String end(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    }
  }
}
