package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.digitpad.data.DataFolders;
import org.digitpad.data.DataSource;
import org.digitpad.data.MnistDownload;
import org.digitpad.data.MnistFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where images come from. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Folder with the four MNIST files, gzipped or not. Left out: DIGITPAD_MNIST_DIR, else"
              + " DigitPad's own folder, downloading there what is missing.")
  @Nullable String option;

  /** The folder to look at, which may be incomplete. */
  Path folder(Console console) {
    return source(console).folder();
  }

  /** The folder to put files into, which may not exist yet. */
  Path newFolder(Console console) {
    return DataSource.resolveNew(
            option, console.environment(), DataFolders.ofUser(console.environment()))
        .folder();
  }

  /** The folder to load from; what DigitPad's own lacks is downloaded first, after saying so. */
  MnistFolder load(Console console) throws IOException, InterruptedException {
    DataSource source = source(console);
    MnistFolder folder = new MnistFolder(source.folder());
    if (source instanceof DataSource.OwnFolder && !folder.status().complete()) {
      download(source.folder(), console);
    }
    return folder;
  }

  static void download(Path folder, Console console) throws IOException, InterruptedException {
    console.say("Downloading MNIST (11.6 MB) into %s", folder);
    ProgressLine progress = new ProgressLine(console);
    new MnistDownload()
        .into(
            folder,
            (file, bytes, total) ->
                progress.show(
                    (double) bytes / total, "%s %,d of %,d kB", file, bytes / 1000, total / 1000),
            () -> false);
    progress.clear();
  }

  private DataSource source(Console console) {
    return DataSource.resolve(
        option, console.environment(), DataFolders.ofUser(console.environment()));
  }
}
