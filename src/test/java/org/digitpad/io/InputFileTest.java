package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.digitpad.i18n.Messages;
import org.digitpad.io.faults.Disk;
import org.digitpad.io.faults.DiskFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void anEmptyNameIsNoFolder() {
    assertThatThrownBy(() -> InputFile.open(Path.of("")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.noName"));
  }

  @Test
  void theReasonOfAStreamLeavesOutThePath() {
    assertThat(FileErrors.reason(new FileNotFoundException("/dev/tty (No such device (yet))")))
        .isEqualTo("No such device (yet)");
    assertThat(FileErrors.reason(new FileNotFoundException("/a (b)/c (Permission denied)")))
        .isEqualTo(Messages.get("io.reason.permissionDenied"));
    assertThat(FileErrors.reason(new FileNotFoundException("no parentheses")))
        .isEqualTo("no parentheses");
  }

  @Test
  void aFolderIsNoStream() {
    assertThatThrownBy(() -> InputFile.openStream(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.folder", folder));
  }

  @Test
  void nothingIsReadIfNothingIsAskedFor() throws IOException {
    Path file = Files.write(folder.resolve("file"), gzip(random(100_000)));
    try (InputStream in = InputFile.open(file)) {
      assertThat(in.readNBytes(10)).isEqualTo(Arrays.copyOf(random(100_000), 10));
      assertThat(in.read(new byte[1], 0, 0)).isZero();
      assertThat(in.readAllBytes()).hasSize(99_990);
    }
  }

  @Test
  void aZeroAfterTheEndOfGzipIsRefusedToo() throws IOException {
    byte[] gzip = gzip(random(1_000));
    assertThat(failure(folder.resolve("file"), Arrays.copyOf(gzip, gzip.length + 1)))
        .hasMessage(Messages.get("io.input.gzipCorrupt", folder.resolve("file")));
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
    Path pipe = SpecialFiles.pipe(folder.resolve("pipe"));
    assertThatThrownBy(() -> InputFile.open(pipe))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.notRegularFile", pipe));
    Process writer = new ProcessBuilder("sh", "-c", "echo text > " + pipe).start();
    try (InputStream in = InputFile.openStream(pipe)) {
      assertThat(new String(in.readAllBytes())).isEqualTo("text\n");
    }
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatIsLargerThanItSaysIsLimitedToo() throws IOException {
    Path status = Path.of("/proc/self/status");
    assertThat(Files.size(status)).isZero();
    assertThat(InputFile.readAll(status, 1 << 20)).isNotEmpty();
    assertThatThrownBy(() -> InputFile.readAll(status, 10)).isInstanceOf(BadInputException.class);
  }

  @Test
  void detectsGzipByItsFirstTwoBytes() throws IOException {
    byte[] text = "some text".getBytes(StandardCharsets.UTF_8);
    assertThat(read(gzip(text))).isEqualTo(text);
    for (byte[] plain : new byte[][] {{}, {0x1f}, {0x1f, 0, 1}, {0, (byte) 0x8b, 1}, text}) {
      assertThat(read(plain)).isEqualTo(plain);
    }
    byte[] twice = Arrays.copyOf(gzip(text), 2 * gzip(text).length);
    System.arraycopy(gzip(text), 0, twice, twice.length / 2, twice.length / 2);
    assertThat(read(twice)).asString(StandardCharsets.UTF_8).isEqualTo("some textsome text");
  }

  @Test
  void readsGzipInPieces() throws IOException {
    byte[] bytes = random(300_000);
    Path file = Files.write(folder.resolve("file"), gzip(bytes));
    try (InputStream in = InputFile.open(file)) {
      assertThat(in.readNBytes(100)).isEqualTo(Arrays.copyOf(bytes, 100));
      assertThat(in.read(new byte[0], 0, 0)).isZero();
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 100, bytes.length));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 30, 100_000})
  void refusesBytesAfterTheEndOfGzip(int count) throws IOException {
    byte[] gzip = gzip(random(1_000));
    byte[] more = Arrays.copyOf(gzip, gzip.length + count);
    Arrays.fill(more, gzip.length, more.length, (byte) 7);
    assertThatThrownBy(() -> read(more)).isInstanceOf(ZipException.class);
  }

  @Test
  void tellsDamagedGzipFromOtherFailures() throws IOException {
    Path file = folder.resolve("file");
    byte[] gzip = gzip(random(1_000));
    assertThat(failure(file, Arrays.copyOf(gzip, gzip.length - 1)))
        .hasMessage(Messages.get("io.input.gzipTruncated", file));
    gzip[gzip.length - 8] ^= 1; // the checksum
    assertThat(failure(file, gzip)).hasMessage(Messages.get("io.input.gzipCorrupt", file));
    assertThat(InputFile.unusable(file, new IOException("device gone")))
        .hasMessage(Messages.get("io.input.unreadable", file, "device gone"))
        .hasCauseInstanceOf(IOException.class);
  }

  private BadInputException failure(Path file, byte[] bytes) throws IOException {
    try {
      read(bytes);
    } catch (IOException e) {
      return InputFile.unusable(file, e);
    }
    throw new AssertionError("was read");
  }

  @Test
  void refusesDataThatExpandBeyondMeasure() throws IOException {
    int free = 64 << 20;
    assertThat(expand(new byte[0], free)).isEqualTo(free);
    assertThatThrownBy(() -> expand(new byte[0], free + 1))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.gzipBomb", folder.resolve("bytes"), 30));
    // more than a thirtieth, but not all of it at the end
    byte[] dense = random(3 << 20);
    assertThat(expand(dense, free)).isEqualTo(dense.length + free);
  }

  /** Returns the size of bytes that are followed by zeros, after compression and expansion. */
  private long expand(byte[] start, int zeros) throws IOException {
    Path file = folder.resolve("bytes");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(start);
      byte[] block = new byte[1 << 16];
      for (int left = zeros; left > 0; left -= block.length) {
        out.write(block, 0, Math.min(left, block.length));
      }
    }
    try (InputStream in = InputFile.open(file)) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** The JDK reads them by recursion. */
  @Test
  void refusesManyEmptyMembersOfGzip() throws IOException {
    byte[] empty = gzip(new byte[0]);
    byte[] text = gzip(new byte[] {1});
    ByteArrayOutputStream some = new ByteArrayOutputStream();
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 50; i++) {
      some.write(empty);
      some.write(text);
    }
    for (int i = 0; i < 200_000; i++) {
      many.write(empty);
    }
    assertThat(read(some.toByteArray())).hasSize(50);
    assertThat(failure(folder.resolve("bytes"), many.toByteArray()))
        .hasMessage(Messages.get("io.input.gzipCorrupt", folder.resolve("bytes")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void tellsAMissingFileFromOneThatCannotBeReached() throws IOException {
    Path inner = folder.resolve("closed/file");
    assertThatThrownBy(() -> InputFile.open(inner))
        .hasMessage(Messages.get("io.input.missing", inner));
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.write(inner, new byte[1]);
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThatThrownBy(() -> InputFile.open(loop))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("symbolic links")
        .hasMessageNotContaining(loop + ": ");
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(closed);
    Files.setPosixFilePermissions(closed, Set.of());
    try {
      assumeThat(Files.isReadable(closed)).as("an administrator may read everything").isFalse();
      assertThatThrownBy(() -> InputFile.open(inner))
          .hasMessage(Messages.get("io.input.permissionDenied", inner));
    } finally {
      Files.setPosixFilePermissions(closed, permissions);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void closesAFileThatItCannotRead() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {0x1f, (byte) 0x8b, 0});
    assertThatThrownBy(() -> InputFile.open(file)).isInstanceOf(IOException.class);
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      assertThat(open.filter(link -> isLinkTo(link, file))).isEmpty();
    }
  }

  private static boolean isLinkTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file.toRealPath());
    } catch (IOException closed) {
      return false;
    }
  }

  private byte[] read(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("bytes"), content);
    try (InputStream in = InputFile.open(file)) {
      return in.readAllBytes();
    }
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
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

  @Test
  void reasonsAreShort() {
    assertThat(FileErrors.reason(new AccessDeniedException("f", null, "why"))).isEqualTo("why");
    assertThat(FileErrors.reason(new NoSuchFileException("f")))
        .isEqualTo(Messages.get("io.reason.noSuchFolder"));
    assertThat(FileErrors.reason(new FileAlreadyExistsException("f")))
        .isEqualTo(Messages.get("io.reason.fileInTheWay"));
    assertThat(FileErrors.reason(new FileSystemException("f", null, "why"))).isEqualTo("why");
    assertThat(FileErrors.reason(new FileSystemException("f"))).isEqualTo("f");
    assertThat(FileErrors.reason(new IOException("something else"))).isEqualTo("something else");
    assertThat(FileErrors.reason(new EOFException())).isEqualTo("EOFException");
  }
}
