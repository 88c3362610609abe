package org.digitpad.io.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.digitpad.i18n.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's file: what is in it, how it rotates, and that it never gets in the way. */
final class LogHandlerTest {
  private static final long LARGE = 1_000_000;

  @TempDir private Path folder;

  @Test
  void createsNothingBeforeTheFirstRecord() {
    handler(LARGE);

    assertThat(folder.resolve("log")).doesNotExist();
  }

  @Test
  void writesOneLineAndTheStackTraceUnderAHead() throws IOException {
    LogHandler handler = handler(LARGE);
    handler.publish(logged("cannot read the settings", null));
    handler.publish(logged("the training failed", new IllegalStateException("no step", cause())));

    List<String> lines = Files.readAllLines(file());
    assertThat(lines.get(0))
        .startsWith("--- DigitPad ")
        .contains(
            "Java " + System.getProperty("java.version"), System.getProperty("os.name"), "heap");
    assertThat(lines.get(1))
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\S+ WARNING \\[[^]]+\\] org\\.digitpad\\.Test:"
                + " cannot read the settings");
    assertThat(lines.get(2)).endsWith("the training failed");
    assertThat(lines.get(3)).isEqualTo("java.lang.IllegalStateException: no step");
    assertThat(lines).anyMatch(line -> line.startsWith("\tat org.digitpad.io.log.LogHandlerTest"));
    assertThat(lines).contains("Caused by: java.lang.ArithmeticException: the cause");
    assertThat(ProgramLog.written()).contains(file());
  }

  @Test
  void holdsNothingThatControlsATerminalAndNoEndlessText() throws IOException {
    LogHandler handler = handler(LARGE);
    handler.publish(logged("name\u001b[2J\n" + "x".repeat(10_000_000), null));
    handler.publish(
        logged("y", new IllegalStateException("\u0007\u202e" + "z".repeat(10_000_000))));

    String log = Files.readString(file());
    assertThat(log).hasSizeLessThan(30_000);
    assertThat(log.replace("\n", "").replace("\t", "").chars()).noneMatch(PlainText::isUnsafe);
  }

  @Test
  void rotatesAndKeepsThreeFiles() throws IOException {
    LogHandler handler = handler(10_000);
    for (int i = 0; i < 1_000; i++) {
      handler.publish(logged("record " + i, null));
    }

    assertThat(files())
        .containsExactly("digitpad.1.log", "digitpad.2.log", "digitpad.lock", "digitpad.log");
    List<String> kept = new ArrayList<>();
    for (String name : List.of("digitpad.2.log", "digitpad.1.log", "digitpad.log")) {
      List<String> lines = Files.readAllLines(file().resolveSibling(name));
      assertThat(lines.get(0)).startsWith("--- DigitPad ");
      assertThat(Files.size(file().resolveSibling(name))).isLessThan(10_000 + 1_000);
      lines.stream()
          .filter(line -> line.contains("record "))
          .map(line -> line.substring(line.indexOf("record ") + 7))
          .forEach(kept::add);
    }
    int first = Integer.parseInt(kept.get(0));
    assertThat(first).isBetween(500, 950);
    for (int i = 0; i < kept.size(); i++) {
      assertThat(kept.get(i)).isEqualTo(String.valueOf(first + i));
    }
    assertThat(kept.get(kept.size() - 1)).isEqualTo("999");
  }

  @Test
  void countsWhatRepeatsItself() throws IOException {
    LogHandler handler = handler(LARGE);
    for (int frame = 0; frame < 5_000; frame++) {
      handler.publish(logged("layout failed", cause()));
    }
    handler.publish(logged("something else", null));

    String log = Files.readString(file());
    assertThat(log.split("layout failed", -1)).hasSize(1 + 4);
    assertThat(log).contains("(10 times:) ", "(100 times:) ", "(1000 times:) ", "something else");
  }

  @Test
  void severalProgramsShareTheFiles() throws Exception {
    int programs = 3;
    int records = 2_000;
    List<Process> running = new ArrayList<>();
    for (int program = 0; program < programs; program++) {
      running.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writer.class.getName(),
                  folder.resolve("log").toString(),
                  String.valueOf(program),
                  String.valueOf(records))
              .inheritIO()
              .start());
    }
    for (Process process : running) {
      assertThat(process.waitFor()).isZero();
    }

    assertThat(files())
        .containsExactly("digitpad.1.log", "digitpad.2.log", "digitpad.lock", "digitpad.log");
    Map<Integer, SortedSet<Integer>> kept = new TreeMap<>();
    for (String name : List.of("digitpad.log", "digitpad.1.log", "digitpad.2.log")) {
      for (String line : Files.readAllLines(file().resolveSibling(name))) {
        assertThat(line)
            .matches(
                "--- DigitPad .*|\\S+ WARNING \\[main\\] org.digitpad.Test: \\d \\d+ x{100}\\.");
        if (!line.startsWith("---")) {
          String[] words = line.split(" ");
          assertThat(
                  kept.computeIfAbsent(Integer.valueOf(words[4]), program -> new TreeSet<>())
                      .add(Integer.valueOf(words[5])))
              .as("written once: " + line)
              .isTrue();
        }
      }
    }
    // no record is lost, but for the oldest
    kept.values()
        .forEach(
            numbers -> {
              assertThat(numbers.last()).isEqualTo(records - 1);
              assertThat(numbers).hasSize(records - numbers.first());
            });
    assertThat(kept.values().stream().mapToInt(Set::size).sum()).isGreaterThan(300);
  }

  /** One of several programs. */
  static final class Writer {
    public static void main(String[] arguments) {
      LogHandler handler = new LogHandler(() -> Path.of(arguments[0]), 50_000);
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        handler.publish(logged(arguments[1] + " " + i + " " + "x".repeat(100) + ".", null));
      }
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoFault() throws IOException {
    Files.writeString(folder.resolve("log"), "a file where the folder should be");
    LogHandler handler = handler(LARGE);

    handler.publish(logged("lost", cause()));

    assertThat(ProgramLog.written()).isEmpty();
    assertThat(ProgramLog.withPointer("It failed.")).isEqualTo("It failed.");
    Files.delete(folder.resolve("log"));
    handler.publish(logged("written", null));
    assertThat(ProgramLog.written()).contains(file());
    assertThat(ProgramLog.withPointer("It failed."))
        .isEqualTo("It failed. For details see " + file() + ".");
  }

  @Test
  void neitherAPipeNorAFolderInPlaceOfTheFileIsAFault() throws Exception {
    Files.createDirectories(file());
    handler(LARGE).publish(logged("lost", null));
    assertThat(ProgramLog.written()).isEmpty();
    Files.delete(file());
    assumeThat(isPipe(file())).isTrue();

    handler(LARGE).publish(logged("would wait for a reader", null));

    assertThat(ProgramLog.written()).isEmpty();
  }

  private static boolean isPipe(Path file) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  @Test
  void aFailureToFindTheFolderIsNoFault() {
    LogHandler handler =
        new LogHandler(
            () -> {
              throw new IllegalStateException("no home");
            },
            LARGE);

    handler.publish(logged("lost", cause()));

    assertThat(ProgramLog.written()).isEmpty();
  }

  private LogHandler handler(long maxBytes) {
    return new LogHandler(() -> folder.resolve("log"), maxBytes);
  }

  private Path file() {
    return folder.resolve("log").resolve("digitpad.log");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("log"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static LogRecord logged(String message, Throwable thrown) {
    LogRecord logged = new LogRecord(Level.WARNING, message);
    logged.setLoggerName("org.digitpad.Test");
    logged.setThrown(thrown);
    return logged;
  }

  private static Throwable cause() {
    return new ArithmeticException("the cause");
  }
}
