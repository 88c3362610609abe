package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStateTest {
  @TempDir Path folder;

  @Test
  void aMissingFileHasNone() throws IOException {
    assertThat(FileState.of(folder.resolve("missing"))).isEmpty();
  }

  @Test
  void staysUntilTheFileIsWrittenTo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "one");
    FileTime time = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, time);
    FileState before = FileState.of(file).orElseThrow();
    assertThat(before.modified()).isEqualTo(time);
    assertThat(before.size()).isEqualTo(3);
    assertThat(FileState.of(file)).contains(before);

    Files.writeString(file, "three");
    Files.setLastModifiedTime(file, time);
    assertThat(FileState.of(file)).isPresent().get().isNotEqualTo(before);

    Files.writeString(file, "one");
    Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000));
    assertThat(FileState.of(file)).isPresent().get().isNotEqualTo(before);
  }
}
