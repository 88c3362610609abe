package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.digitpad.i18n.Messages;
import org.digitpad.io.faults.Disk;
import org.digitpad.io.faults.DiskFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFileTest {
  @TempDir Path folder;

  @Test
  void readsAtMostTheSizeAllowed() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[100]);
    assertThat(InputFile.readAll(file, 100)).hasSize(100);
    assertThatThrownBy(() -> InputFile.readAll(file, 99))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.tooLarge", file, 99));
    assertThatThrownBy(() -> InputFile.readAll(folder, 99)).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> InputFile.readAll(folder.resolve("none"), 99))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileOfTheKernelWithoutASizeIsLimitedToo() {
    Path zeros = Path.of("/dev/zero");
    assertThatThrownBy(() -> InputFile.readAll(zeros, 99))
        .hasMessage(Messages.get("io.input.notRegularFile", zeros));
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsReadOnlyWhereItMayBe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> InputFile.open(pipe))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.notRegularFile", pipe));
    Process writer = new ProcessBuilder("sh", "-c", "echo text > " + pipe).start();
    try (InputStream in = InputFile.openStream(pipe)) {
      assertThat(new String(in.readAllBytes())).isEqualTo("text\n");
    }
    assertThat(writer.waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, io.reason.noSpace, true",
    "Disk quota exceeded, io.reason.quota, true",
    "Read-only file system, io.reason.readOnly, false",
    "The media is write protected, io.reason.readOnly, false",
    "Disc quota exceeded, io.reason.quota, true",
    "There is not enough space on the disk, io.reason.noSpace, true",
    "File name too long, io.reason.nameTooLong, false",
    "Input/output error, io.reason.diskError, false",
    "Not a directory, io.reason.fileInTheWay, false",
    "Operation not permitted, io.reason.permissionDenied, false",
    "/home/x/file: Permission denied, io.reason.permissionDenied, false"
  })
  void errorsOfTheSystemSayWhatToDo(String text, String key, boolean full) {
    for (IOException error :
        new IOException[] {new IOException(text), new FileSystemException("f", null, text)}) {
      assertThat(FileErrors.reason(error)).isEqualTo(Messages.get(key));
      assertThat(FileErrors.isDiskFull(error)).isEqualTo(full);
    }
  }

  @Test
  void aFileWithoutPermissionIsNotCalledDamaged() throws IOException {
    // on a disk in memory, as an administrator may read all real files
    try (DiskFileSystem system = new DiskFileSystem(new Disk())) {
      Path file = Files.write(system.getPath("/file"), new byte[9]);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
      assertThatThrownBy(() -> InputFile.readAll(file, 99))
          .isInstanceOfSatisfying(
              AccessDeniedException.class,
              denied ->
                  assertThat(InputFile.unusable(file, denied))
                      .hasMessage(Messages.get("io.input.permissionDenied", file)));
    }
  }

  @Test
  void errorsOfReadingSayWhatToDo() {
    assertThat(InputFile.unusable(folder, new NoSuchFileException("f")))
        .hasMessage(Messages.get("io.input.missing", folder));
    assertThat(InputFile.unusable(folder, new IOException("Input/output error")))
        .hasMessage(
            Messages.get("io.input.unreadable", folder, Messages.get("io.reason.diskError")));
    assertThat(FileErrors.reason(new IOException((String) null))).isEqualTo("IOException");
  }

  @Test
  void permissionDeniedIsNotCalledDamaged() {
    assertThat(InputFile.unusable(folder, new AccessDeniedException("f")))
        .hasMessage(Messages.get("io.input.permissionDenied", folder));
    assertThat(FileErrors.reason(new AccessDeniedException("f")))
        .isEqualTo(Messages.get("io.reason.permissionDenied"));
  }
}
