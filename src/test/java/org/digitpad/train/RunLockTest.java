package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
          .hasMessageContaining(files.output().toString())
          .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
      assertThatThrownBy(() -> RunLock.requireFree(files)).isInstanceOf(BadInputException.class);
      assertThat(
              RunLock.tryAcquire(
                  new RunFiles(folder.resolve("new/./m.safetensors")), Holder.WINDOW))
          .isEmpty();
    }
    assertThat(folder.resolve("new")).isEmptyDirectory();
    RunLock.requireFree(files);
    RunLock.acquire(files, Holder.WINDOW).close();
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
        .hasMessageContaining(files.output().toString());
    assertThat(target).hasContent("of somebody");

    Files.delete(files.lock());
    assertThat(new ProcessBuilder("mkfifo", files.lock().toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> RunLock.acquire(files, Holder.WINDOW))
        .isInstanceOf(FileSystemException.class);
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
