package org.digitpad.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
  @Timeout(value = 1, unit = TimeUnit.DAYS) // the oracle itself ends a case that hangs
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
    String report = "";
    String errors = "";
    int failures = 0;
    for (int i = 0; i < PROCESSES; i++) {
      failures += processes.get(i).waitFor();
      report += Files.readString(output(i, "out"));
      errors += Files.readString(output(i, "err"));
    }

    System.out.print(report);
    assertThat(failures).as(report + errors).isZero();
    assertThat(report.lines()).hasSameSizeAs(formats);
  }

  private Process start(int number, List<String> formats) throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("tmp" + number));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.add("-Djava.io.tmpdir=" + temporary);
    // a warning for each damaged file would fill the disk
    Path logging = Files.writeString(folder.resolve("logging.properties"), ".level = OFF");
    command.add("-Djava.util.logging.config.file=" + logging);
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("fuzz."))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FuzzMain.class.getName()));
    command.addAll(formats);
    return new ProcessBuilder(command)
        .redirectOutput(output(number, "out").toFile())
        .redirectError(output(number, "err").toFile())
        .start();
  }

  private Path output(int number, String stream) {
    return folder.resolve(stream + number);
  }
}
