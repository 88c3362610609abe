package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.junit.jupiter.api.Test;

/** What writers leave after crashes and failures, good ones and bad ones. */
class AtomicFilesDurabilityTest {
  /** Writes bytes to a file. */
  private interface Writer {
    void write(Path file, byte[] bytes) throws IOException;
  }

  /** Writes and reads versions of a file: their number, and bytes that depend on it. */
  private record Versions(Path file, Writer writer) implements Session {
    @Override
    public void write(int version) throws IOException {
      writer.write(file, content(version));
    }

    @Override
    public int read() throws IOException {
      return version(file);
    }
  }

  /** Expects a file, and the one before it. */
  private record VersionsWithPrevious(Path file, Writer writer) implements Session {
    @Override
    public void write(int version) throws IOException {
      writer.write(file, content(version));
    }

    @Override
    public int read() throws IOException {
      int newest = version(file);
      int previous = version(AtomicFiles.previous(file));
      // a crash between the two moves leaves the newest twice, or one more between them
      assertThat(previous).isBetween(Math.max(newest - 2, 0), newest);
      if (newest > 2) {
        assertThat(previous).isPositive();
      }
      return newest;
    }
  }

  /** Sets each version aside, and expects it under that name or its own. */
  private record SettingAside(Path folder) implements Session {
    @Override
    public void write(int version) throws IOException {
      AtomicFiles.write(folder.resolve("file"), content(version));
      AtomicFiles.setAside(folder.resolve("file"));
    }

    @Override
    public int read() throws IOException {
      int newest = 0;
      if (Files.exists(folder)) {
        try (var files = Files.newDirectoryStream(folder, "file*")) {
          for (Path file : files) {
            newest = Math.max(newest, version(file));
          }
        }
      }
      return newest;
    }
  }

  private static byte[] content(int version) {
    byte[] bytes = new byte[100 + 150 * version % 1_000];
    new Random(version).nextBytes(bytes);
    bytes[0] = (byte) version;
    return bytes;
  }

  /** Returns 0 if the file is missing. */
  private static int version(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length == 0 || !Arrays.equals(bytes, content(bytes[0]))) {
      throw new IOException("half-written");
    }
    return bytes[0];
  }

  private static Function<Path, Session> program(Writer writer) {
    return folder -> new Versions(folder.resolve("file"), writer);
  }

  private static Function<Path, Session> programWithPrevious(Writer writer) {
    return folder -> new VersionsWithPrevious(folder.resolve("file"), writer);
  }

  @Test
  void aCrashLeavesTheOldFileOrTheNewOne() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, program(AtomicFiles::write))).isEmpty();
  }

  @Test
  void aCrashLeavesThePreviousFileToo() {
    assertThat(
            Durability.afterCrashes(
                Durability.SEEDS, programWithPrevious(AtomicFiles::writeKeepingPrevious)))
        .isEmpty();
  }

  @Test
  void aCrashLeavesAFileThatIsSetAside() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, SettingAside::new)).isEmpty();
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() {
    for (Function<Path, Session> program :
        List.of(
            program(AtomicFiles::write), programWithPrevious(AtomicFiles::writeKeepingPrevious))) {
      assertThat(Durability.afterRefusals(program, FileErrors::reason)).isEmpty();
    }
  }

  @Test
  void contentThatIsNotSyncedIsFound() {
    assertFound(
        (file, bytes) -> {
          Path temporary = temporary(file, bytes, false);
          Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
          Folders.sync(file.getParent());
        });
  }

  @Test
  void deletingTheOldFileBeforeMovingTheNewOneIsFound() {
    assertFound(
        (file, bytes) -> {
          Path temporary = temporary(file, bytes, true);
          Files.deleteIfExists(file);
          Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
          Folders.sync(file.getParent());
        });
  }

  @Test
  void aFolderThatIsNotSyncedIsFound() {
    assertFound(
        (file, bytes) -> {
          Path temporary = temporary(file, bytes, true);
          Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        });
  }

  @Test
  void aNewFolderWhoseParentIsNotSyncedIsFound() {
    assertFound(
        (file, bytes) -> {
          Files.createDirectories(file.getParent());
          Path temporary = temporary(file, bytes, true);
          Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
          Folders.sync(file.getParent());
        });
  }

  @Test
  void writingInPlaceIsFound() {
    assertFound(
        (file, bytes) -> {
          Folders.create(file.getParent());
          Files.write(file, bytes);
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
          Folders.sync(file.getParent());
        });
  }

  @Test
  void aPreviousFileThatIsNotSyncedIsFound() {
    Writer writer =
        (file, bytes) -> {
          if (Files.exists(file)) {
            Files.copy(file, AtomicFiles.previous(file), StandardCopyOption.REPLACE_EXISTING);
          }
          AtomicFiles.write(file, bytes);
        };
    assertThat(Durability.afterCrashes(200, programWithPrevious(writer))).isNotEmpty();
  }

  @Test
  void failuresThatDamageTheFileOrLeaveATemporaryOneAreFound() {
    Writer inPlace =
        (file, bytes) -> {
          Folders.create(file.getParent());
          Files.write(file, bytes);
        };
    Writer leaving =
        (file, bytes) -> {
          Path temporary = temporary(file, bytes, true);
          Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        };
    for (Writer writer : List.of(inPlace, leaving)) {
      assertThat(Durability.afterRefusals(program(writer), FileErrors::reason)).isNotEmpty();
    }
  }

  private static void assertFound(Writer broken) {
    List<String> findings = Durability.afterCrashes(200, program(broken));
    assertThat(findings).isNotEmpty();
  }

  private static Path temporary(Path file, byte[] bytes, boolean sync) throws IOException {
    Folders.create(file.getParent());
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(bytes));
      if (sync) {
        channel.force(true);
      }
    }
    return temporary;
  }
}
