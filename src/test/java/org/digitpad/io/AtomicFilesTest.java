package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
  void readersNeverSeeAPartialFile() throws IOException {
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

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void doesNotReplaceAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> AtomicFiles.write(pipe, bytes("x")))
        .isInstanceOf(IOException.class)
        .hasMessage(pipe + ": " + Messages.get("io.reason.notRegularFile"));
    assertThat(Files.exists(pipe) && !Files.isRegularFile(pipe)).isTrue();
    assertThat(namesIn(folder)).containsExactly("pipe");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsSymbolicLinks() throws IOException {
    Path file = Files.createDirectory(folder.resolve("real")).resolve("file.txt");
    Path inner = Files.createSymbolicLink(folder.resolve("inner"), Path.of("real/file.txt"));
    Path outer = Files.createSymbolicLink(folder.resolve("outer"), inner);
    for (String text : new String[] {"to a new file", "to an existing file"}) {
      AtomicFiles.write(outer, bytes(text));
      assertThat(file).hasContent(text).isRegularFile();
      assertThat(inner).isSymbolicLink();
      assertThat(outer).isSymbolicLink();
    }
    assertThat(namesIn(file.getParent())).containsExactly("file.txt");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void rejectsLinksThatFormALoop() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
    assertThatThrownBy(() -> AtomicFiles.write(link, bytes("x"))).isInstanceOf(IOException.class);
    assertThat(link).isSymbolicLink();
  }

  @Test
  void probeLeavesNothing() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFiles.probe(file);
    assertThat(folder).isEmptyDirectory();
    AtomicFiles.write(file, bytes("old"));
    AtomicFiles.probe(file);
    assertThat(file).hasContent("old");
    assertThat(namesIn(folder)).containsExactly("file.txt");
  }

  @Test
  void probeFailsWhereWritingWould() {
    for (Path target : new Path[] {folder, folder.resolve("n".repeat(250))}) {
      assertThatThrownBy(() -> AtomicFiles.probe(target)).isInstanceOf(IOException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static String[] namesIn(Path folder) {
    return folder.toFile().list();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
