package org.digitpad.train;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.faults.Disk;
import org.digitpad.io.faults.DiskFileSystem;
import org.digitpad.train.RunLock.Holder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {
  @TempDir private Path folder;
  private RunFiles files;

  @BeforeEach
  void setUp() {
    files = new RunFiles(folder.resolve("new/m.safetensors"));
  }

  @Test
  void isHeldByOneAtATimeAndLeavesNothing() throws IOException {
    assertThat(RunLock.isHeld(files)).isFalse();
    try (RunLock lock = RunLock.acquire(files, Holder.WINDOW)) {
      assertThat(lock.files()).isEqualTo(files);
      assertThat(RunLock.isHeld(files)).isTrue();
      assertThat(RunLock.tryAcquire(files, Holder.WINDOW)).isEmpty();
      assertThatThrownBy(() -> RunLock.acquire(files, Holder.COMMAND_LINE))
          .isInstanceOf(BadInputException.class)
          .hasMessage(heldMessage("train.lock.heldByWindow"));
      assertThatThrownBy(() -> RunLock.requireFree(files.output()))
          .isInstanceOf(BadInputException.class);
      assertThat(
              RunLock.tryAcquire(
                  new RunFiles(folder.resolve("new/./m.safetensors")), Holder.WINDOW))
          .isEmpty();
    }
    assertThat(folder.resolve("new")).isEmptyDirectory();
    all(files).forEach(RunLock::requireFree);
    RunLock.acquire(files, Holder.WINDOW).close();
  }

  @Test
  void saysThatTheCommandLineHoldsIt() throws IOException {
    try (RunLock lock = RunLock.acquire(files, Holder.COMMAND_LINE)) {
      assertThatThrownBy(() -> RunLock.requireFree(lock.files().output()))
          .isInstanceOf(BadInputException.class)
          .hasMessage(heldMessage("train.lock.heldByCommand"));
    }
  }

  private String heldMessage(String key) {
    return Messages.get(key, files.output(), String.valueOf(ProcessHandle.current().pid()));
  }

  /** Whoever looks whether a lock is held takes it for an instant. */
  @Test
  void waitsForALockThatIsFreeAgainAtOnce() throws Exception {
    assertThat(isWaitedFor(() -> RunLock.acquire(files, Holder.COMMAND_LINE).close())).isTrue();
    assertThat(isWaitedFor(() -> RunLock.requireFree(files.output()))).isTrue();
  }

  /** On a busy machine the lock may not be free in time, so there are some attempts. */
  private boolean isWaitedFor(ThrowingCallable task) throws Exception {
    for (int attempt = 0; attempt < 10; attempt++) {
      AtomicBoolean done = new AtomicBoolean();
      Thread waiter = new Thread(() -> done.set(catchThrowable(task) == null));
      try (RunLock lock = RunLock.acquire(files, Holder.WINDOW)) {
        assertThat(lock.files()).isEqualTo(files);
        waiter.start();
        while (waiter.isAlive() && waiter.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait();
        }
      }
      waiter.join();
      if (done.get()) {
        return true;
      }
    }
    return false;
  }

  /** It may be of a program that was killed, or of another one that is called alike. */
  @Test
  void takesOverALockFileThatNobodyHolds() throws IOException {
    Files.createDirectories(files.lock().getParent());
    Files.writeString(files.lock(), "window 1");

    RunLock.acquire(files, Holder.COMMAND_LINE).close();

    assertThat(files.lock()).doesNotExist();
  }

  @Test
  @Timeout(60)
  void tellsThatTheDiskIsFull() throws IOException {
    Disk disk = new Disk();
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      disk.fill();
      RunFiles full = new RunFiles(system.getPath("/m.safetensors"));
      assertThatThrownBy(() -> RunLock.tryAcquire(full, Holder.WINDOW))
          .isInstanceOf(NotSavedException.class)
          .hasMessageContaining(Messages.get("io.reason.noSpace"));
      assertThat(full.lock()).doesNotExist();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void neitherFollowsALinkNorWaitsForAPipe() throws Exception {
    Files.createDirectories(files.lock().getParent());
    Path target = Files.writeString(folder.resolve("target"), "of somebody");
    Files.createSymbolicLink(files.lock(), target);
    assertThatThrownBy(() -> RunLock.acquire(files, Holder.WINDOW))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(files.lock().toString());
    assertThat(target).hasContent("of somebody");

    Files.delete(files.lock());
    assertThat(new ProcessBuilder("mkfifo", files.lock().toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> RunLock.acquire(files, Holder.WINDOW))
        .isInstanceOf(FileSystemException.class);
    assertThatThrownBy(() -> RunLock.requireFree(files.output()))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            Messages.get(
                "train.lock.unusable", files.lock(), Messages.get("io.reason.notRegularFile")));
  }

  private static Stream<Path> all(RunFiles files) {
    return Stream.concat(Stream.of(files.output()), files.besidesOutput().stream());
  }

  @Test
  void keepsAllFilesOfARun() throws IOException {
    try (RunLock lock = RunLock.acquire(files, Holder.WINDOW)) {
      assertThat(all(lock.files()))
          .hasSize(4)
          .allSatisfy(
              file ->
                  assertThatThrownBy(() -> RunLock.requireFree(file))
                      .isInstanceOf(BadInputException.class)
                      .hasMessageContaining("is training " + files.output()));
      RunLock.requireFree(folder.resolve("new/m.safetensors.other"));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isHeldUnderAllNamesOfAFile() throws IOException {
    Path one = Files.createSymbolicLink(folder.resolve("one"), files.output());
    Path two = Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    try (RunLock lock = RunLock.acquire(new RunFiles(one), Holder.WINDOW)) {
      assertThat(lock).isNotNull();
      for (Path name : List.of(one, two, files.output())) {
        assertThat(RunLock.tryAcquire(new RunFiles(name), Holder.WINDOW)).isEmpty();
        assertThatThrownBy(() -> RunLock.requireFree(name)).isInstanceOf(BadInputException.class);
      }
      // where the link led at the beginning counts
      Files.delete(one);
    }
    assertThat(folder.resolve("new")).isEmptyDirectory();
  }

  @Test
  void noticesAFileThatComesToTheOutput() throws IOException {
    Path output = Files.createDirectories(files.output().getParent()).resolve("m.safetensors");
    try (RunLock lock = RunLock.acquire(files, Holder.WINDOW)) {
      lock.requireUnchanged();
      Files.writeString(output, "new");
      assertThatThrownBy(lock::requireUnchanged)
          .isInstanceOf(OutputTakenException.class)
          .hasMessageContaining(output.toString());
    }
    try (RunLock lock = RunLock.acquire(files, Holder.WINDOW)) {
      lock.requireUnchanged();
      Files.move(Files.writeString(folder.resolve("a"), "new"), output, REPLACE_EXISTING);
      assertThatThrownBy(lock::requireUnchanged).isInstanceOf(OutputTakenException.class);
      Files.delete(output);
      lock.requireUnchanged();
    }
  }

  /** Whoever looks at a lock file must bear that its holder deletes it at any moment. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isTakenAndGivenFreeByProgramsAtOnce() throws Exception {
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      programs.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Rival.class.getName(),
                  files.output().toString())
              .redirectErrorStream(true)
              .start());
    }
    for (Process program : programs) {
      assertThat(program.inputReader().lines()).containsExactly("done");
    }
    assertThat(folder.resolve("new")).isEmptyDirectory();
  }

  /** Takes a lock and gives it free for a second, and checks that it is alone meanwhile. */
  static final class Rival {
    public static void main(String[] arguments) throws IOException {
      RunFiles files = new RunFiles(Path.of(arguments[0]));
      long end = System.nanoTime() + 1_000_000_000L;
      while (System.nanoTime() < end) {
        Optional<RunLock> lock = RunLock.tryAcquire(files, Holder.COMMAND_LINE);
        if (lock.isPresent()) {
          Files.delete(Files.createFile(files.checkpoint()));
          lock.get().close();
        }
      }
      System.out.println("done");
    }
  }

  @Test
  void saysWhereNothingCanBeLocked() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "where a folder should be");

    assertThatThrownBy(
            () -> RunLock.acquire(new RunFiles(file.resolve("m.safetensors")), Holder.WINDOW))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(file.toString());
  }
}
