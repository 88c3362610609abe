package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.digitpad.data.Dataset;
import org.digitpad.data.mnist.MnistDownload;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.source.DataSource;
import org.digitpad.i18n.Messages;
import org.digitpad.io.AtomicFiles;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.train.ModelTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The source of the training and test images. */
final class DataOption {
  @Option(names = "--data", paramLabel = "FOLDER|FILE|builtin")
  @Nullable String option;

  /** This option, as far as others can repeat it; empty for MNIST, which each keeps elsewhere. */
  String repeated(Console console) {
    DataSource source = source(console);
    if (source instanceof DataSource.KaggleFile kaggle) {
      return ModelTraining.option("--data", kaggle.file());
    }
    return source instanceof DataSource.Builtin ? " --data " + DataSource.BUILTIN : "";
  }

  /**
   * The folder to look at, which may be incomplete.
   *
   * @throws BadInputException for a file, and for the built-in digits, which are in none
   */
  Path folder(Console console) {
    return folder(source(console));
  }

  /** The folder to put files into, which may not exist yet. */
  Path newFolder(Console console) {
    return folder(
        DataSource.resolveNew(
            option, console.environment(), DataFolders.ofUser(console.environment())));
  }

  private static Path folder(DataSource source) {
    if (source instanceof DataSource.Folder named) {
      return named.folder();
    }
    if (source instanceof DataSource.OwnFolder own) {
      return own.folder();
    }
    if (source instanceof DataSource.KaggleFile kaggle) {
      throw new BadInputException(
          "--data names the file "
              + kaggle.file()
              + ", but the four MNIST files lie in a folder; name that one.");
    }
    throw new BadInputException(
        "--data builtin has no files: DigitPad makes these digits itself, so there is nothing to"
            + " download or look after.");
  }

  /** Keeps a file of digits from being written over. */
  void requireApart(Path out, Console console) {
    if (source(console) instanceof DataSource.KaggleFile kaggle) {
      AtomicFiles.requireApart(out, kaggle.file());
    }
  }

  /** The images to use; what DigitPad's own folder lacks is downloaded first, after saying so. */
  Dataset load(Console console) throws IOException, InterruptedException {
    DataSource source = source(console);
    if (source instanceof DataSource.OwnFolder own
        && !new MnistFolder(own.folder()).status().complete()) {
      download(own.folder(), console);
    }
    return source.set();
  }

  static void download(Path folder, Console console) throws IOException, InterruptedException {
    console.printMessage(Messages.get("cli.data.downloading", folder));
    ProgressBar progress = new ProgressBar(console);
    new MnistDownload()
        .into(
            folder,
            (file, bytes, total) ->
                progress.show(
                    (double) bytes / total,
                    () ->
                        Messages.get(
                            "cli.data.downloadProgress", file, bytes / 1000, total / 1000)),
            () -> false);
    progress.clear();
  }

  private DataSource source(Console console) {
    return DataSource.resolve(
        option, console.environment(), DataFolders.ofUser(console.environment()));
  }
}
