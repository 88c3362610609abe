package org.digitpad.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.digitpad.io.Sha256;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a downloaded file after crashes and failures. */
class DownloadDurabilityTest {
  private static final int SIZE = 5_000;
  private static final String NAME = "digits.gz";
  private static final Duration LONG = Duration.ofMinutes(2);

  /** Would name each of some hundred downloads. */
  private static final Logger LOG = Logger.getLogger(MnistDownload.class.getName());

  private FakeMirror mirror;

  @BeforeEach
  void startMirror() throws IOException {
    LOG.setLevel(Level.OFF);
    mirror = new FakeMirror();
  }

  @AfterEach
  void stopMirror() {
    mirror.close();
    LOG.setLevel(null);
  }

  private static byte[] content(int version) {
    byte[] bytes = new byte[SIZE];
    new Random(version).nextBytes(bytes);
    bytes[0] = (byte) version;
    return bytes;
  }

  /** A download that expects another content for each version. */
  private class Download implements Session {
    private final Path folder;

    Download(Path folder) {
      this.folder = folder;
    }

    @Override
    public void write(int version) throws Exception {
      byte[] content = content(version);
      mirror.responding(FakeMirror.resuming(content));
      ExpectedFile expected = new ExpectedFile(NAME, SIZE, Sha256.of(content));
      new MnistDownload(List.of(mirror.uri()), List.of(expected), LONG, LONG)
          .downloadTo(folder, (name, soFar, total) -> {}, () -> false);
    }

    @Override
    public int read() throws IOException {
      Path file = folder.resolve(NAME);
      if (!Files.exists(file)) {
        return 0;
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != SIZE || !Arrays.equals(bytes, content(bytes[0]))) {
        throw new IOException("half-written");
      }
      return bytes[0];
    }
  }

  @Test
  void aCrashLeavesWholeFilesOnly() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, Download::new)).isEmpty();
  }

  @Test
  void aFailureIsToldAndLeavesTheOldFile() {
    assertThat(Durability.afterRefusals(Download::new, Exception::getMessage)).isEmpty();
  }

  @Test
  void aDownloadInPlaceIsFound() {
    Function<Path, Session> broken =
        folder ->
            new Download(folder) {
              @Override
              public void write(int version) throws IOException {
                Files.createDirectories(folder);
                Files.write(folder.resolve(NAME), content(version));
              }
            };
    assertThat(Durability.afterCrashes(200, broken)).isNotEmpty();
    assertThat(Durability.afterRefusals(broken, Exception::getMessage)).isNotEmpty();
  }
}
