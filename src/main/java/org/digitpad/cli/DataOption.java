package org.digitpad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.digitpad.data.Dataset;
import org.digitpad.data.mnist.MnistDownload;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.source.DataSource;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.train.ModelTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The source of the training and test images. */
final class DataOption {
  @Option(names = "--data", paramLabel = "FOLDER|FILE|builtin")
  @Nullable String option;

  /**
   * This option as another computer can repeat it, with a space before it. Empty for MNIST, which
   * each computer keeps in a place of its own.
   */
  String repeated(Console console) {
    return ModelTraining.dataOption(source(console));
  }

  /**
   * The folder with the MNIST files, some of which may be missing.
   *
   * @throws BadInputException if the images do not come from such a folder
   */
  Path folder(Console console) {
    return source(console).folder();
  }

  /** The folder to download files into, which may not exist yet. */
  Path newFolder(Console console) {
    return DataSource.resolveDownloadTarget(
            option, console.environment(), DataFolders.ofUser(console.environment()))
        .folder();
  }

  /** The files that the images may be read from, some of which may be missing. */
  List<Path> inputs(Console console) {
    return source(console).inputFiles();
  }

  /**
   * The samples that a network reads: images, or for the pen model the movement of the built-in
   * digits, as no other dataset has it.
   *
   * @throws BadInputException if this option names images and the network reads movement
   */
  Dataset load(Architecture architecture, Console console)
      throws IOException, InterruptedException {
    if (!architecture.readsMovement()) {
      return load(console);
    }
    if (option != null && !option.equals(DataSource.BUILTIN)) {
      throw new BadInputException(
          Messages.get("cli.data.noMovement", architecture.name(), DataSource.BUILTIN));
    }
    return new DataSource.Builtin().movement();
  }

  /** The images. Files missing from DigitPad's own folder are downloaded first, with a message. */
  Dataset load(Console console) throws IOException, InterruptedException {
    DataSource source = source(console);
    if (lacksFiles(source)) {
      download(source.folder(), console);
    }
    return source.dataset();
  }

  /**
   * The images, for a use to which it does not matter which digits they show. Nothing is
   * downloaded: if DigitPad's own folder lacks a file, they are the built-in digits, with a
   * message.
   */
  Dataset loadWithoutDownload(Console console) {
    DataSource source = source(console);
    if (lacksFiles(source)) {
      console.printMessage(Messages.get("cli.data.builtinInstead"));
      return new DataSource.Builtin().dataset();
    }
    return source.dataset();
  }

  /**
   * The samples that a network reads, as {@link #loadWithoutDownload(Console)}: for the pen model
   * the movement of the built-in digits, whatever this option names.
   */
  Dataset loadWithoutDownload(Architecture architecture, Console console) {
    return architecture.readsMovement()
        ? new DataSource.Builtin().movement()
        : loadWithoutDownload(console);
  }

  /** Whether files are missing from DigitPad's own folder. */
  private static boolean lacksFiles(DataSource source) {
    return source.isDownloadable() && !new MnistFolder(source.folder()).status().isComplete();
  }

  static void download(Path folder, Console console) throws IOException, InterruptedException {
    console.printMessage(Messages.get("cli.data.downloading", folder));
    ProgressBar progress = new ProgressBar(console);
    new MnistDownload()
        .downloadTo(
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
