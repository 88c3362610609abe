package org.digitpad.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void writesAndReplaces() throws IOException {
    Path file = folder.resolve("new/deep/file.txt");
    AtomicFiles.write(file, bytes("first, and long"));
    AtomicFiles.write(file, bytes("second"));
    assertThat(file).hasContent("second");
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
    assertThat(namesIn(file.getParent())).containsExactly("file.txt");
  }

  @Test
  void keepsTheOldFileAndLeavesNothingElseOnFailure() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFiles.write(file, bytes("old"));
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(bytes("half"));
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(namesIn(folder)).containsExactly("file.txt");
  }

  @Test
  void readersNeverSeeHalfAFile() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFiles.write(file, bytes("old"));
    AtomicFiles.write(
        file,
        out -> {
          out.write(bytes("ne"));
          out.flush();
          assertThat(file).hasContent("old");
          out.write(bytes("w"));
        });
    assertThat(file).hasContent("new");
  }

  @Test
  void doesNotReplaceAFolder() throws IOException {
    Path target = Files.createDirectories(folder.resolve("target/inside")).getParent();
    assertThatThrownBy(() -> AtomicFiles.write(target, bytes("x"))).isInstanceOf(IOException.class);
    assertThat(namesIn(folder)).containsExactly("target");
  }

  private static String[] namesIn(Path folder) {
    return folder.toFile().list();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
