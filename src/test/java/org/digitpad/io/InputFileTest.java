package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.i18n.Messages;
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
    "File name too long, io.reason.nameTooLong, false"
  })
  void errorsOfTheSystemSayWhatToDo(String text, String key, boolean full) {
    for (IOException error :
        new IOException[] {new IOException(text), new FileSystemException("f", null, text)}) {
      assertThat(FileErrors.reason(error)).isEqualTo(Messages.get(key));
      assertThat(FileErrors.isDiskFull(error)).isEqualTo(full);
    }
  }

  @Test
  void permissionDeniedIsNotCalledDamaged() {
    assertThat(InputFile.unusable(folder, new AccessDeniedException("f")))
        .hasMessage(Messages.get("io.input.permissionDenied", folder));
    assertThat(FileErrors.reason(new AccessDeniedException("f")))
        .isEqualTo(Messages.get("io.reason.permissionDenied"));
  }
}
