package org.digitpad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.mnist.MnistLikeDigits;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataOptionTest {
  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void builtinDigitsServeWhereAFileIsMissing() throws IOException {
    Path own = MnistLikeDigits.writeFolder(home.resolve("mnist"), 20, 10);
    Files.delete(own.resolve("t10k-labels-idx1-ubyte.gz"));

    assertThat(loadWithoutDownload(Map.of())).isInstanceOf(BuiltinDataset.class);
    assertThat(err.toString().lines()).containsExactly(Messages.get("cli.data.builtinInstead"));
    assertThat(out.toString()).isEmpty();
    assertThat(own.resolve("t10k-labels-idx1-ubyte.gz")).doesNotExist();
  }

  @Test
  void aNamedFolderServesWithoutAMessage() throws IOException {
    Path named = MnistLikeDigits.writeFolder(home.resolve("named"), 20, 10);

    Dataset dataset = loadWithoutDownload(Map.of("DIGITPAD_MNIST_DIR", named.toString()));

    assertThat(dataset.test().size()).isEqualTo(10);
    assertThat(err.toString()).isEmpty();
  }

  private Dataset loadWithoutDownload(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("DIGITPAD_HOME", home.toString());
    return new DataOption().loadWithoutDownload(new Console(out, err, environment, () -> false));
  }
}
