package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Sha256Test {
  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /** FIPS 180-2, appendix B.1. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /** FIPS 180-2, appendix B.3: a million times the letter a. */
  private static final String OF_A_MILLION =
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

  @Test
  void hashesFilesStreamsAndBytes(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "abc");
    assertThat(Sha256.of(file)).isEqualTo(OF_ABC);
    assertThat(Sha256.of(Files.write(file, million()))).isEqualTo(OF_A_MILLION);
    assertThat(Sha256.of(bytes("a"), bytes(""), bytes("bc"))).isEqualTo(OF_ABC);
    assertThat(Sha256.of()).isEqualTo(OF_NOTHING);
  }

  @Test
  void hashesTheBeginningOfAStream() throws IOException {
    byte[] longer = Arrays.copyOf(million(), 2_000_000);
    ByteArrayInputStream in = new ByteArrayInputStream(longer);
    assertThat(Sha256.of(in, 1_000_000)).isEqualTo(OF_A_MILLION);
    assertThat(in.available()).isEqualTo(1_000_000);
    assertThat(Sha256.of(new ByteArrayInputStream(bytes("abc")), 4)).isEqualTo(OF_ABC);
    assertThat(Sha256.of(new ByteArrayInputStream(bytes("abc")), 0)).isEqualTo(OF_NOTHING);
  }

  @Test
  void hashesValuesOneByOne() {
    assertThat(Sha256.builder().hex()).isEqualTo(OF_NOTHING);
    String expected =
        Sha256.of(
            new byte[] {2, 0, 0, 0, (byte) 0xc3, (byte) 0xa9}, // the length of "é", and "é"
            new byte[] {4, 3, 2, 1},
            new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0}); // 1 and -2
    assertThat(Sha256.builder().add("é").add(0x01020304).add(new float[] {1, -2}).hex())
        .isEqualTo(expected);
  }

  private static byte[] million() {
    byte[] bytes = new byte[1_000_000];
    Arrays.fill(bytes, (byte) 'a');
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
