package org.digitpad.ui.train.data;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.digitpad.data.Dataset;
import org.digitpad.data.mnist.MnistDownload;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.mnist.MnistStatus;
import org.digitpad.data.mnist.MnistStatus.FileStatus;
import org.digitpad.data.source.DataSource;
import org.digitpad.i18n.Messages;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.TrainingData;
import org.digitpad.ui.train.data.DatasetChoice.Availability;

/** MNIST, other datasets in MNIST's four files or in Kaggle's CSV file, and the built-in digits. */
public final class DatasetChoices {
  private DatasetChoices() {}

  /**
   * MNIST. It is downloaded into DigitPad's own folder only.
   *
   * @param source finds the folder; may be slow
   */
  public static DatasetChoice mnist(Supplier<DataSource> source) {
    return new DatasetChoice(
        Messages.get("ui.train.data.mnist"),
        "",
        () -> availability(source.get()),
        () -> TrainingData.of(source.get().dataset()),
        (listener, cancelled) ->
            new MnistDownload().downloadTo(source.get().folder(), listener, cancelled));
  }

  /** The four files in a folder. */
  public static DatasetChoice folder(Path folder) {
    return new DatasetChoice(
        Messages.get("ui.train.data.folder", nameOf(folder)),
        ModelTraining.option("--data", folder),
        () -> ofChosenFolder(new MnistFolder(folder).status()),
        () -> TrainingData.of(new MnistFolder(folder)),
        DatasetChoice.Download.NONE);
  }

  /** Kaggle's train.csv. */
  public static DatasetChoice kaggle(Path file) {
    DataSource source = new DataSource.KaggleFile(file);
    return new DatasetChoice(
        Messages.get("ui.train.data.file", nameOf(file)),
        ModelTraining.dataOption(source),
        () -> ofKaggle(file, source.dataset()),
        () -> TrainingData.of(source.dataset()),
        DatasetChoice.Download.NONE);
  }

  /** The synthetic digits, which are there on any computer. */
  public static DatasetChoice builtin() {
    DataSource source = new DataSource.Builtin();
    return new DatasetChoice(
        Messages.get("ui.train.data.builtin"),
        ModelTraining.dataOption(source),
        () -> Availability.available(Messages.get("ui.train.data.builtinDescription")),
        () -> TrainingData.of(source.dataset()),
        DatasetChoice.Download.NONE);
  }

  /** The last part of a path; the whole path of a drive, which has no name. */
  private static Path nameOf(Path path) {
    return Objects.requireNonNullElse(path.getFileName(), path);
  }

  private static Availability ofKaggle(Path file, Dataset digits) {
    return Availability.available(
        Messages.get(
            "ui.train.data.kaggleDescription", digits.train().size(), digits.test().size(), file));
  }

  private static Availability availability(DataSource source) {
    MnistStatus status = new MnistFolder(source.folder()).status();
    return source.isDownloadable() ? ofOwnFolder(status) : ofChosenFolder(status);
  }

  private static Availability ofOwnFolder(MnistStatus status) {
    return status.isComplete()
        ? completeMnist(status)
        : Availability.downloadable(Messages.get("ui.train.data.notDownloaded"));
  }

  private static Availability ofChosenFolder(MnistStatus status) {
    for (FileStatus file : status.files()) {
      if (!file.present()) {
        return Availability.unavailable(
            Messages.get("ui.train.data.incompleteFolder", Messages.part(file.problem())));
      }
    }
    return status.isComplete()
        ? completeMnist(status)
        : Availability.available(Messages.get("ui.train.data.otherImages", status.folder()));
  }

  private static Availability completeMnist(MnistStatus status) {
    return Availability.mnist(Messages.get("ui.train.data.mnistDescription", status.folder()));
  }
}
