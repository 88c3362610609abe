package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.digitpad.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real disk of 64 kB, in memory, which the system mounts for one process alone. Skipped where it
 * does not allow that.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  private static final String MOUNT = "mount -t tmpfs -o size=64k tmpfs \"$0\" || exit 77; ";

  @TempDir Path folder;

  @Test
  void aFullDiskIsCalledSoAndTheOldFileStays() throws Exception {
    assertThat(run(MOUNT + "exec \"$@\""))
        .containsExactly(
            Messages.get("io.reason.noSpace"), "[file, file.previous]", "versions 2 and 1");
  }

  @Test
  void aDiskThatBecomesReadOnlyIsCalledSoAndTheOldFileStays() throws Exception {
    assertThat(run(MOUNT + "\"$@\" > /dev/null; mount -o remount,ro \"$0\"; exec \"$@\""))
        .containsExactly(
            Messages.get("io.reason.readOnly"), "[file, file.previous]", "versions 2 and 1");
  }

  private List<String> run(String script) throws Exception {
    List<String> command =
        List.of(
            "unshare",
            "--user",
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            script,
            folder.toString(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString());
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException noUnshare) {
      assumeThat(noUnshare).isNull();
      throw noUnshare;
    }
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String errors = new String(process.getErrorStream().readAllBytes());
    assumeThat(errors).doesNotContain("unshare:", "mount:");
    assertThat(errors).isEmpty();
    return lines;
  }

  /** Writes two versions that fit, unless they are there, and one that does not. */
  static final class Writer {
    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[0], "file");
      if (!Files.exists(file)) {
        AtomicFiles.writeKeepingPrevious(file, bytes(1, 10_000));
        AtomicFiles.writeKeepingPrevious(file, bytes(2, 10_000));
      }
      try {
        AtomicFiles.writeKeepingPrevious(file, bytes(3, 100_000));
        System.out.println("written");
      } catch (IOException e) {
        System.out.println(FileErrors.reason(e));
      }
      String[] names = file.getParent().toFile().list();
      Arrays.sort(names);
      System.out.println(Arrays.toString(names));
      System.out.printf("versions %d and %d%n", version(file), version(AtomicFiles.previous(file)));
    }

    private static byte[] bytes(int version, int count) {
      byte[] bytes = new byte[count];
      new Random(version).nextBytes(bytes);
      return bytes;
    }

    private static int version(Path file) throws IOException {
      byte[] found = Files.readAllBytes(file);
      return Arrays.equals(found, bytes(1, 10_000))
          ? 1
          : Arrays.equals(found, bytes(2, 10_000)) ? 2 : 0;
    }
  }
}
