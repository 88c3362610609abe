package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
  @TempDir private Path folder;
  @TempDir private Path target;

  @Test
  void unpacksALibrary() throws IOException {
    byte[] library = new byte[300_000];
    new Random(1).nextBytes(library);
    Path packed = pack(library);

    Path unpacked = NativeLibraries.unpack(packed, target);

    assertThat(unpacked).hasParent(target).hasBinaryContent(library);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onlyItsOwnerMayReadAnUnpackedLibrary() throws IOException {
    Path unpacked = NativeLibraries.unpack(pack(new byte[10]), target);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked)))
        .isEqualTo("rw-------");
  }

  @Test
  void leavesNoFileBehindIfTheLibraryIsBroken() throws IOException {
    Path packed = pack(new byte[300_000]);
    byte[] whole = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> NativeLibraries.unpack(packed, target))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(packed.toString());
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void namesTheFolderThatCannotBeWritten() throws IOException {
    Path packed = pack(new byte[10]);
    Path missing = target.resolve("missing");

    assertThatThrownBy(() -> NativeLibraries.unpack(packed, missing))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(missing.toString());
  }

  private Path pack(byte[] library) throws IOException {
    Path packed = folder.resolve("library.so.zst");
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(packed))) {
      out.write(library);
    }
    return packed;
  }
}
