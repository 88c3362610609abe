package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.digitpad.i18n.Messages;
import org.digitpad.io.faults.Disk;
import org.digitpad.io.faults.Disk.Faults;
import org.digitpad.io.faults.Disk.Operation;
import org.digitpad.io.faults.DiskFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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
      assertThatThrownBy(() -> AtomicFiles.probeKeepingPrevious(target))
          .isInstanceOf(IOException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void thePreviousContentStays() throws IOException {
    Path file = folder.resolve("file.txt");
    for (String text : new String[] {"first", "second", "third"}) {
      AtomicFiles.writeKeepingPrevious(file, bytes(text));
    }
    assertThat(file).hasContent("third");
    assertThat(AtomicFiles.previous(file)).hasContent("second");
    assertThat(namesIn(folder)).containsExactlyInAnyOrder("file.txt", "file.txt.previous");
  }

  @Test
  void thePreviousContentStaysIfWritingFails() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFiles.writeKeepingPrevious(file, bytes("first"));
    AtomicFiles.writeKeepingPrevious(file, bytes("second"));
    assertThatThrownBy(
            () ->
                AtomicFiles.writeKeepingPrevious(
                    file,
                    out -> {
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("second");
    assertThat(AtomicFiles.previous(file)).hasContent("first");
  }

  @Test
  void damagedFilesAreSetAsideUnderDifferentNames() throws IOException {
    Path file = folder.resolve("file.txt");
    for (int copy = 0; copy < 3; copy++) {
      AtomicFiles.write(file, bytes("damaged " + copy));
      Path aside = AtomicFiles.setAside(file);
      assertThat(aside).hasContent("damaged " + copy);
      assertThat(aside.getFileName().toString()).startsWith("file.txt.damaged-2");
      assertThat(file).doesNotExist();
    }
    assertThat(namesIn(folder)).hasSize(3);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aWriteProtectedFileStaysAndPermissionsAreKept() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFiles.write(file, bytes("old"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThatThrownBy(() -> AtomicFiles.write(file, bytes("new")))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> AtomicFiles.probe(file)).isInstanceOf(AccessDeniedException.class);
    assertThat(file).hasContent("old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    AtomicFiles.write(file, bytes("new"));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(namesIn(folder)).containsExactly("file.txt");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyLinksAreFollowed() throws IOException {
    Path file = Files.writeString(folder.toRealPath().resolve("file.txt"), "text");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThat(AtomicFiles.followLink(link)).isEqualTo(file);
    Path relative = Path.of("missing.txt");
    assertThat(AtomicFiles.followLink(relative)).isEqualTo(relative);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPreviousFileIsNotKeptThroughALink() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThatThrownBy(() -> AtomicFiles.writeKeepingPrevious(link, bytes("new")))
        .hasMessageContaining(Messages.get("io.reason.symbolicLink"));
    assertThatThrownBy(() -> AtomicFiles.probeKeepingPrevious(link))
        .hasMessageContaining(Messages.get("io.reason.symbolicLink"));
    assertThat(file).hasContent("old");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aStreamIsNotReplacedEvenIfItIsAFileNow() {
    for (String stream : new String[] {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
      assertThatThrownBy(() -> AtomicFiles.probe(Path.of(stream)))
          .hasMessageContaining(Messages.get("io.reason.notRegularFile"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aStreamIsNotReplacedThroughALinkToItsFolder() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/proc/self/fd"));
    assertThatThrownBy(() -> AtomicFiles.probe(link.resolve("1")))
        .hasMessageContaining(Messages.get("io.reason.notRegularFile"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPrivateFileIsPrivateWhileItIsReplaced() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFiles.write(file, bytes("old"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    AtomicFiles.write(
        file,
        out -> {
          out.write(bytes("new"));
          for (String name : namesIn(folder)) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                .as(name)
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
          }
        });
    assertThat(file).hasContent("new");
  }

  @Test
  void aProbeNeedsRoomAndLeavesNothing() throws IOException {
    Disk disk = new Disk();
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      Path file = system.getPath("/file");
      long[] left = {200_000};
      disk.setFaults(
          operation -> {
            if (operation == Operation.WRITE && (left[0] -= 1 << 16) < 0) {
              throw new IOException("No space left on device");
            }
          });
      AtomicFiles.probe(file, 190_000);
      left[0] = 200_000;
      assertThatThrownBy(() -> AtomicFiles.probe(file, 300_000))
          .satisfies(full -> assertThat(FileErrors.isDiskFull(full)).isTrue());
      try (var files = Files.newDirectoryStream(file.getParent())) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void aFolderThatCannotBeSyncedIsWrittenToAllTheSame() throws IOException {
    Disk disk = new Disk();
    try (DiskFileSystem system = new DiskFileSystem(disk)) {
      Path file = system.getPath("/file");
      Faults invalid =
          operation -> {
            if (operation == Operation.SYNC_FOLDER) {
              throw new IOException("Invalid argument");
            }
          };
      disk.setFaults(invalid);
      AtomicFiles.write(file, bytes("first"));
      AtomicFiles.write(file, bytes("second"));
      assertThat(Files.readString(file)).isEqualTo("second");
      disk.setFaults(operation -> {});
      AtomicFiles.write(file, bytes("third"));
      // it has been possible before, so that now something is wrong
      disk.setFaults(invalid);
      assertThatThrownBy(() -> AtomicFiles.write(file, bytes("fourth")))
          .hasMessage("Invalid argument");
    }
  }

  @Test
  void anOutputIsNoInputWhateverItsPath() throws IOException {
    Path input = Files.writeString(folder.resolve("input"), "x");
    Path missing = folder.resolve("missing");
    Files.createDirectory(folder.resolve("sub"));
    List<Path> same =
        List.of(
            input,
            folder.resolve("sub/../input"),
            Files.createLink(folder.resolve("hard link"), input),
            missing,
            folder.resolve("sub/../missing"),
            folder.resolve("MISSING"));
    for (Path output : same) {
      assertThatThrownBy(() -> AtomicFiles.requireDistinct(output, List.of(folder, missing, input)))
          .isInstanceOf(BadInputException.class)
          .hasMessage(Messages.get("io.overwritesInput", output));
    }
    Path other = Files.writeString(folder.resolve("other"), "x");
    AtomicFiles.requireDistinct(other, List.of(folder, missing, input));
    AtomicFiles.requireDistinct(folder.resolve("new"), List.of(folder, missing, input));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anOutputIsNoInputBehindALink() throws IOException {
    Path input = Files.writeString(folder.resolve("input"), "x");
    Path missing = folder.resolve("missing");
    Path links = Files.createDirectories(folder.resolve("deep/links"));
    List<Path> same =
        List.of(
            Files.createSymbolicLink(links.resolve("to input"), input),
            Files.createSymbolicLink(links.resolve("to missing"), Path.of("../../missing")),
            Files.createSymbolicLink(folder.resolve("shortcut"), links).resolve("../../missing"));
    for (Path output : same) {
      assertThatThrownBy(() -> AtomicFiles.requireDistinct(output, List.of(missing, input)))
          .isInstanceOf(BadInputException.class);
    }
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    AtomicFiles.requireDistinct(loop, input);
  }

  @Test
  void temporaryFilesOfKilledProgramsAreDeleted() throws Exception {
    String left = ".other.txt.0b1c2d3e-aaaa-bbbb-cccc-0123456789ab.tmp";
    Files.writeString(folder.resolve(left), "half");
    Files.writeString(folder.resolve(".other.tmp"), "of somebody else");
    Files.writeString(folder.resolve("other.txt.0b1c2d3e-aaaa-bbbb-cccc-0123456789ab.tmp"), "x");
    String[] command = {
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-cp",
      System.getProperty("java.class.path"),
      SlowWriter.class.getName(),
      folder.resolve("slow.txt").toString()
    };
    Process slow = new ProcessBuilder(command).start();
    try {
      assertThat(slow.inputReader().readLine()).isEqualTo("writing");
      String[] before = namesIn(folder);
      assertThat(before).hasSize(3);
      AtomicFiles.write(folder.resolve("file.txt"), bytes("new"));
      // the file that another program is writing stays
      assertThat(namesIn(folder)).contains(before).hasSize(4).doesNotContain(left);
    } finally {
      slow.destroyForcibly().waitFor();
    }
    Process next = new ProcessBuilder(command).start();
    try {
      assertThat(next.inputReader().readLine()).isEqualTo("writing");
      assertThat(namesIn(folder)).hasSize(4);
    } finally {
      next.destroyForcibly().waitFor();
    }
  }

  /** A program that begins to write a file and is killed meanwhile. */
  static final class SlowWriter {
    public static void main(String[] arguments) throws IOException {
      AtomicFiles.write(
          Path.of(arguments[0]),
          out -> {
            out.write(1);
            out.flush();
            System.out.println("writing");
            System.in.read();
          });
    }
  }

  private static String[] namesIn(Path folder) {
    return folder.toFile().list();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
