package org.digitpad.ui.train.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.digitpad.data.Dataset;
import org.digitpad.data.mnist.MnistDownload;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.mnist.MnistStatus;
import org.digitpad.data.mnist.MnistStatus.FileStatus;
import org.digitpad.data.source.DataSource;
import org.digitpad.train.ModelTraining;
import org.digitpad.train.TrainingData;

/** MNIST, what else comes in its four files or in Kaggle's one, and DigitPad's own set. */
public final class DatasetChoices {
  private DatasetChoices() {}

  /**
   * MNIST where this machine keeps it; downloaded only into DigitPad's own folder.
   *
   * @param source finds the place; may be slow
   */
  public static DatasetChoice mnist(Supplier<DataSource> source) {
    return new DatasetChoice(
        "MNIST",
        "",
        () -> look(source.get()),
        () -> TrainingData.of(source.get().dataset()),
        (listener, cancelled) ->
            new MnistDownload().downloadTo(source.get().folder(), listener, cancelled));
  }

  /** The four files in a folder that people chose. */
  public static DatasetChoice folder(Path folder) {
    return new DatasetChoice(
        "Folder " + nameOf(folder),
        ModelTraining.option("--data", folder),
        () -> chosen(new MnistFolder(folder).status()),
        () -> TrainingData.of(new MnistFolder(folder)),
        DatasetChoice.Download.NONE);
  }

  /** Kaggle's train.csv. */
  public static DatasetChoice kaggle(Path file) {
    DataSource source = new DataSource.KaggleFile(file);
    return new DatasetChoice(
        "File " + nameOf(file),
        option(source),
        () -> look(file, source.dataset()),
        () -> TrainingData.of(source.dataset()),
        DatasetChoice.Download.NONE);
  }

  /** A drive has no name. */
  private static Path nameOf(Path path) {
    return Objects.requireNonNullElse(path.getFileName(), path);
  }

  private static DatasetChoice.State look(Path file, Dataset digits) {
    return new DatasetChoice.State(
        true,
        false,
        String.format(
            Locale.ROOT,
            "%,d digits to learn from, and the last %,d to validate with, in %s",
            digits.train().size(),
            digits.test().size(),
            file));
  }

  /** What DigitPad makes up itself: there at once, on any computer. */
  public static DatasetChoice builtin() {
    DataSource source = new DataSource.Builtin();
    return new DatasetChoice(
        "Built-in digits",
        option(source),
        () ->
            new DatasetChoice.State(
                true,
                false,
                "70,000 synthetic digits, made up in a few seconds; nobody wrote them."),
        () -> TrainingData.of(source.dataset()),
        DatasetChoice.Download.NONE);
  }

  private static String option(DataSource source) {
    return source.option().map(value -> ModelTraining.option("--data", Path.of(value))).orElse("");
  }

  private static DatasetChoice.State look(DataSource source) {
    MnistStatus status = new MnistFolder(source.folder()).status();
    return source.isDownloadable() ? own(status) : chosen(status);
  }

  private static DatasetChoice.State own(MnistStatus status) {
    return status.isComplete()
        ? here(status)
        : new DatasetChoice.State(
            false,
            true,
            "Not on this computer yet. Download it once, or choose the built-in digits.");
  }

  private static DatasetChoice.State chosen(MnistStatus status) {
    for (FileStatus file : status.files()) {
      if (!file.present()) {
        return new DatasetChoice.State(
            false, false, file.problem() + " Choose the folder with the four MNIST files.");
      }
    }
    return status.isComplete()
        ? here(status)
        : new DatasetChoice.State(
            true,
            false,
            "Other images than MNIST's, in the same four files, in " + status.folder());
  }

  private static DatasetChoice.State here(MnistStatus status) {
    return new DatasetChoice.State(true, false, "70,000 handwritten digits, in " + status.folder());
  }
}
