package org.digitpad.ui.train;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.digitpad.data.DataSource;
import org.digitpad.data.DigitSet;
import org.digitpad.data.MnistDownload;
import org.digitpad.data.MnistFolder;
import org.digitpad.data.MnistStatus;
import org.digitpad.data.MnistStatus.FileStatus;
import org.digitpad.recognize.ModelTraining;
import org.digitpad.train.TrainingData;

/** MNIST, what else comes in its four files or in Kaggle's one, and DigitPad's own set. */
public final class MnistChoices {
  private MnistChoices() {}

  /**
   * MNIST where this machine keeps it; downloaded only into DigitPad's own folder.
   *
   * @param source finds the place; may be slow
   */
  public static DataChoice mnist(Supplier<DataSource> source) {
    return new DataChoice(
        "MNIST",
        "",
        () -> look(source.get()),
        () -> TrainingData.of(source.get().set()),
        (listener, cancelled) ->
            new MnistDownload().into(folderOf(source.get()), listener, cancelled));
  }

  /** The four files in a folder that people chose. */
  public static DataChoice folder(Path folder) {
    return new DataChoice(
        "Folder " + nameOf(folder),
        ModelTraining.option("--data", folder),
        () -> chosen(new MnistFolder(folder).status()),
        () -> TrainingData.of(new MnistFolder(folder)),
        DataChoice.Download.NONE);
  }

  /** Kaggle's train.csv. */
  public static DataChoice kaggle(Path file) {
    return new DataChoice(
        "File " + nameOf(file),
        ModelTraining.option("--data", file),
        () -> look(file, new DataSource.KaggleFile(file).set()),
        () -> TrainingData.of(new DataSource.KaggleFile(file).set()),
        DataChoice.Download.NONE);
  }

  /** A drive has no name. */
  private static Path nameOf(Path path) {
    return Objects.requireNonNullElse(path.getFileName(), path);
  }

  private static DataChoice.State look(Path file, DigitSet digits) {
    return new DataChoice.State(
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
  public static DataChoice builtin() {
    return new DataChoice(
        "Built-in digits",
        " --data " + DataSource.BUILTIN,
        () ->
            new DataChoice.State(
                true,
                false,
                "70,000 synthetic digits, made up in a few seconds; nobody wrote them."),
        () -> TrainingData.of(new DataSource.Builtin().set()),
        DataChoice.Download.NONE);
  }

  private static Path folderOf(DataSource source) {
    if (source instanceof DataSource.Folder named) {
      return named.folder();
    } else if (source instanceof DataSource.OwnFolder own) {
      return own.folder();
    }
    throw new IllegalArgumentException(source + " has no folder");
  }

  private static DataChoice.State look(DataSource source) {
    MnistStatus status = new MnistFolder(folderOf(source)).status();
    return source instanceof DataSource.OwnFolder ? own(status) : chosen(status);
  }

  private static DataChoice.State own(MnistStatus status) {
    return status.complete()
        ? here(status)
        : new DataChoice.State(
            false,
            true,
            "Not on this computer yet. Download it once, or choose the built-in digits.");
  }

  private static DataChoice.State chosen(MnistStatus status) {
    for (FileStatus file : status.files()) {
      if (!file.present()) {
        return new DataChoice.State(
            false, false, file.problem() + " Choose the folder with the four MNIST files.");
      }
    }
    return status.complete()
        ? here(status)
        : new DataChoice.State(
            true,
            false,
            "Other images than MNIST's, in the same four files, in " + status.folder());
  }

  private static DataChoice.State here(MnistStatus status) {
    return new DataChoice.State(true, false, "70,000 handwritten digits, in " + status.folder());
  }
}
