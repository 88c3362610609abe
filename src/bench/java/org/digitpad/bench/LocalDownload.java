package org.digitpad.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.mnist.ExpectedFile;
import org.digitpad.data.mnist.MnistDownload;

/** Downloads files from another mirror than MNIST's, for {@code kills.py}. */
public final class LocalDownload {
  private LocalDownload() {}

  /**
   * Downloads as the window and the command line do.
   *
   * @param arguments the folder, the mirror, and name, size and SHA-256 of each file
   */
  public static void main(String[] arguments) throws Exception {
    List<ExpectedFile> files = new ArrayList<>();
    for (int i = 2; i < arguments.length; i += 3) {
      files.add(
          new ExpectedFile(
              arguments[i], Long.parseLong(arguments[i + 1]), arguments[i + 2]));
    }
    new MnistDownload(
            List.of(URI.create(arguments[1])),
            files,
            MnistDownload.CONNECT_TIMEOUT,
            MnistDownload.STALL_TIMEOUT)
        .downloadTo(Path.of(arguments[0]), (name, soFar, total) -> {}, () -> false);
  }
}
