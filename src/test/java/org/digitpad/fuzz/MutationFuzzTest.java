package org.digitpad.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads thousands of damaged files of each format in a JVM with 512 MB of heap. CONTRIBUTING.md
 * says how to try more of them, and how to repeat one.
 */
final class MutationFuzzTest {
  @TempDir private Path folder;

  /** As many formats as share a JVM, the start of which takes longer than most formats. */
  static List<List<String>> groups() {
    String chosen = System.getProperty("fuzz.formats", "");
    List<String> names =
        chosen.isEmpty()
            ? FuzzFormats.all().stream().map(FuzzFormat::name).toList()
            : List.of(chosen.split(","));
    return List.of(names);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void everyFileIsReadOrRefusedInOneSentence(List<String> formats)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    command.addAll(
        List.of("-Xmx512m", "-Djava.io.tmpdir=" + temporary, "-Djava.awt.headless=true"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("fuzz."))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FuzzMain.class.getName()));
    command.addAll(formats);
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("log").toFile()).start();

    String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    System.out.print(report);
    assertThat(process.waitFor()).as(report + end(folder.resolve("log"))).isZero();
    assertThat(report.lines()).hasSameSizeAs(formats);
  }

  private static String end(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    }
  }
}
