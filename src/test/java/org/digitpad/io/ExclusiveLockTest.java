package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.digitpad.i18n.Messages;
import org.digitpad.io.faults.Disk;
import org.digitpad.io.faults.DiskFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveLockTest {
  @TempDir Path folder;

  @Test
  void oneHolderWithinAProgram() throws IOException {
    Path file = folder.resolve("new/lock");
    ExclusiveLock lock = ExclusiveLock.tryAcquire(file).orElseThrow();
    assertThat(ExclusiveLock.tryAcquire(file)).isEmpty();
    assertThat(ExclusiveLock.isHeld(file)).isTrue();
    assertThat(ExclusiveLock.holder(file)).isEmpty();
    lock.close();
    assertThat(ExclusiveLock.isHeld(file)).isFalse();
    ExclusiveLock.tryAcquire(file).orElseThrow().close();
    assertThat(ExclusiveLock.isHeld(folder.resolve("none"))).isFalse();
    assertThat(ExclusiveLock.holder(folder.resolve("none"))).isEmpty();
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void oneHolderAmongProgramsEvenAfterAttemptsWithinOne() throws Exception {
    Path file = folder.resolve("lock");
    try (ExclusiveLock lock = ExclusiveLock.tryAcquire(file).orElseThrow()) {
      assertThat(lock).isNotNull();
      // on POSIX systems, opening the file again and closing it would release the lock
      assertThat(ExclusiveLock.tryAcquire(file)).isEmpty();
      assertThat(ExclusiveLock.holder(file)).isEmpty();
      assertThat(ExclusiveLock.isHeld(file)).isTrue();
      Process other = start(file);
      assertThat(other.inputReader().readLine()).isEqualTo("refused");
      other.destroyForcibly().waitFor();
    }
    Process other = start(file);
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      assertThat(ExclusiveLock.tryAcquire(file)).isEmpty();
      assertThat(ExclusiveLock.isHeld(file)).isTrue();
      assertThat(ExclusiveLock.holder(file)).contains("somebody else");
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(ExclusiveLock.isHeld(file)).isFalse();
    assertThat(ExclusiveLock.tryAcquire(file)).isPresent();
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPathThroughALinkNamesTheSameLock() throws Exception {
    Path file = Files.createDirectory(folder.resolve("real")).resolve("lock");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file.getParent());
    try (ExclusiveLock lock = ExclusiveLock.tryAcquire(file).orElseThrow()) {
      lock.setHolder("somebody");
      assertThat(ExclusiveLock.tryAcquire(link.resolve("lock"))).isEmpty();
      assertThat(ExclusiveLock.holder(link.resolve("lock"))).contains("somebody");
    }
  }

  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @DisabledOnOs(OS.WINDOWS)
  void neitherFollowsALinkNorWaitsForAPipe() throws Exception {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "important");
    Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    for (Path lock : new Path[] {link, pipe, folder}) {
      assertThatThrownBy(() -> ExclusiveLock.tryAcquire(lock))
          .hasMessageContaining(Messages.get("io.reason.notRegularFile"));
      assertThatThrownBy(() -> ExclusiveLock.isHeld(lock)).isInstanceOf(IOException.class);
      assertThat(ExclusiveLock.holder(lock)).isEmpty();
    }
    assertThat(elsewhere).hasContent("important");
  }

  @Test
  void aNameNeedsRoom() throws IOException {
    Disk disk = new Disk();
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      Path file = system.getPath("/lock");
      disk.fill();
      try (ExclusiveLock lock = ExclusiveLock.tryAcquire(file).orElseThrow()) {
        assertThatThrownBy(() -> lock.setHolder("somebody")).hasMessage("No space left on device");
        disk.setFaults(operation -> {});
        lock.setHolder("somebody");
        assertThat(ExclusiveLock.holder(file)).contains("somebody");
      }
    }
  }

  @Test
  void holdsOnAFullDiskToo() throws IOException {
    Disk disk = new Disk();
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      disk.fill();
      Path file = system.getPath("/lock");
      try (ExclusiveLock lock = ExclusiveLock.tryAcquire(file).orElseThrow()) {
        assertThat(lock).isNotNull();
        assertThat(ExclusiveLock.tryAcquire(file)).isEmpty();
      }
    }
  }

  @Test
  void whoHasPatienceGetsTheLockOnceItIsFree() throws IOException {
    Path file = folder.resolve("lock");
    ExclusiveLock held = ExclusiveLock.tryAcquire(file).orElseThrow();
    assertThat(ExclusiveLock.acquire(file, Duration.ofMillis(20))).isEmpty();
    CompletableFuture<Void> release =
        CompletableFuture.runAsync(
            () -> {
              try {
                Thread.sleep(50);
                held.close();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    try (ExclusiveLock next = ExclusiveLock.acquire(file, Duration.ofMinutes(1)).orElseThrow()) {
      assertThat(next).isNotNull();
      release.join();
      assertThat(ExclusiveLock.isHeld(file)).isTrue();
    }
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            file.toString())
        .start();
  }

  /** A program that holds a lock until it is killed. */
  static final class Holder {
    public static void main(String[] arguments) throws IOException {
      Optional<ExclusiveLock> lock = ExclusiveLock.tryAcquire(Path.of(arguments[0]));
      if (lock.isPresent()) {
        lock.get().setHolder("somebody else");
      }
      System.out.println(lock.isPresent() ? "locked" : "refused");
      System.in.read();
    }
  }
}
