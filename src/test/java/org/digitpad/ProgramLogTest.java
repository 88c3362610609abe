package org.digitpad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.digitpad.cli.Cli;
import org.digitpad.io.log.ProgramLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log and the standard streams of whole programs. */
final class ProgramLogTest {
  @TempDir private Path home;

  /** Logs through both interfaces, and lets exceptions escape. */
  static final class Faulty {
    public static void main(String[] arguments) throws Exception {
      ProgramLog.install();
      LoggerFactory.getLogger(Faulty.class).info("not worth a line");
      LoggerFactory.getLogger(Faulty.class).warn("from {}", "SLF4J");
      Logger.getLogger("javafx.css").warning("from JavaFX");
      Thread thread =
          new Thread(
              () -> {
                throw new StackOverflowError("from a thread");
              },
              "faulty");
      thread.start();
      thread.join();
      CompletableFuture<Void> done = new CompletableFuture<>();
      ForkJoinPool.commonPool()
          .execute(
              () -> {
                try {
                  throw new OutOfMemoryError("from the common pool");
                } finally {
                  done.complete(null);
                }
              });
      done.join();
      ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES);
      throw new IllegalStateException("from main");
    }
  }

  @Test
  void keepsFaultsForTheLogAndLeavesTheTerminalAlone() throws Exception {
    Exit exit = start(Faulty.class, Redirect.PIPE);

    assertThat(exit.printed()).isEmpty();
    assertThat(Files.readString(home.resolve("log/digitpad.log")))
        .contains("from SLF4J", "from JavaFX", "from a thread", "from the common pool", "from main")
        .contains("[faulty]", "\tat org.digitpad.ProgramLogTest$Faulty.")
        .doesNotContain("not worth a line");
  }

  @Test
  void aHomeThatCannotBeWrittenCostsTheLogAlone() throws Exception {
    Files.writeString(home.resolve("log"), "a file where the folder should be");

    Exit exit = start(Faulty.class, Redirect.PIPE);

    assertThat(exit.printed()).isEmpty();
    assertThat(home.resolve("log")).hasContent("a file where the folder should be");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a device that is always full")
  void aFullDiskUnderTheOutputIsTold() throws Exception {
    for (List<String> arguments :
        List.of(List.of("--help"), List.of("--version"), List.of("models"))) {
      Exit exit =
          start(
              Launcher.class,
              Redirect.to(Path.of("/dev/full").toFile()),
              arguments.toArray(String[]::new));

      assertThat(exit.exitCode()).isEqualTo(Cli.FAILED);
      assertThat(exit.printed().lines()).hasSize(1);
      assertThat(exit.printed()).contains("cannot be written to standard output", "disk is full");
    }
    assertThat(home).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aClosedPipeUnderTheOutputIsNoNews() throws Exception {
    Process process = builder(Launcher.class, "models", "--json").start();
    process.getInputStream().close();

    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(errors).isEmpty();
    assertThat(process.waitFor()).isEqualTo(Cli.FAILED);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesTheFileThatDoesNotFit() throws Exception {
    Path out = home.resolve("digits.onnx");
    List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 8; exec \"$@\"", "-"));
    command.addAll(builder(Launcher.class, "export", "--out", out.toString()).command());
    command.add(5, "-XX:-UsePerfData");

    Exit exit = start(new ProcessBuilder(command));

    assertThat(exit.printed())
        .isEqualToIgnoringNewLines("export failed: " + out + " (File too large).");
    assertThat(exit.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(out).doesNotExist();
  }

  private record Exit(int exitCode, String printed) {}

  private Exit start(Class<?> program, Redirect output, String... arguments)
      throws IOException, InterruptedException {
    return start(builder(program, arguments).redirectOutput(output));
  }

  private static Exit start(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    String printed =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Exit(process.waitFor(), printed);
  }

  private ProcessBuilder builder(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DIGITPAD_HOME", home.toString());
    builder.environment().put("LC_ALL", "C");
    return builder;
  }
}
