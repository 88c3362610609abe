package org.digitpad.data.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.digitpad.data.Dataset;
import org.digitpad.data.kaggle.KaggleDataset;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.jspecify.annotations.Nullable;

/** Where the training and test images come from. */
public sealed interface DataSource {
  /** Environment variable that names the folder with the MNIST files. */
  String FOLDER_VARIABLE = "DIGITPAD_MNIST_DIR";

  /** What {@code --data} calls DigitPad's own digits. */
  String BUILTIN = "builtin";

  /** The images there. Reads nothing yet, and finds out nothing. */
  Dataset set();

  /** A folder that the user named, to be used as it is. */
  record Folder(Path folder) implements DataSource {
    @Override
    public Dataset set() {
      return new MnistFolder(folder);
    }
  }

  /** DigitPad's own folder: whatever it lacks is to be downloaded. May not exist yet. */
  record OwnFolder(Path folder) implements DataSource {
    @Override
    public Dataset set() {
      return new MnistFolder(folder);
    }
  }

  /** {@link BuiltinDigits}, as many as MNIST has. */
  record Builtin() implements DataSource {
    private static final int TRAIN = 60_000;
    private static final int TEST = 10_000;

    @Override
    public Dataset set() {
      return new BuiltinDataset(TRAIN, TEST);
    }
  }

  /** Kaggle's {@code train.csv}. */
  record KaggleFile(Path file) implements DataSource {
    @Override
    public Dataset set() {
      return new KaggleDataset(file);
    }
  }

  /**
   * Decides by the {@code --data} option, where a file is Kaggle's, else by {@code
   * DIGITPAD_MNIST_DIR}, else for DigitPad's own folder.
   *
   * @param option the value of {@code --data}, null if it was not given
   * @param environment usually {@link System#getenv()}
   * @throws BadInputException if what is named is not there, or the variable names no folder
   */
  static DataSource resolve(
      @Nullable String option, Map<String, String> environment, DataFolders folders) {
    return resolve(option, environment, folders, true);
  }

  /**
   * Decides as {@link #resolve} does where to put images: the folder need not exist yet.
   *
   * @throws BadInputException if what is named cannot be a folder
   */
  static DataSource resolveNew(
      @Nullable String option, Map<String, String> environment, DataFolders folders) {
    return resolve(option, environment, folders, false);
  }

  private static DataSource resolve(
      @Nullable String option,
      Map<String, String> environment,
      DataFolders folders,
      boolean mustExist) {
    if (BUILTIN.equals(option)) {
      return new Builtin();
    }
    if (option != null) {
      Path path = parse("--data", option);
      return mustExist && Files.isRegularFile(path)
          ? new KaggleFile(path)
          : folder("--data", path, mustExist);
    }
    String variable = environment.getOrDefault(FOLDER_VARIABLE, "");
    return variable.isBlank()
        ? new OwnFolder(folders.mnist())
        : folder(FOLDER_VARIABLE, parse(FOLDER_VARIABLE, variable), mustExist);
  }

  private static Folder folder(String origin, Path path, boolean mustExist) {
    if (mustExist && !Files.exists(path)) {
      throw new BadInputException(
          origin + " names " + path + ", which does not exist; check the path.");
    }
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new BadInputException(
          origin + " names " + path + ", which is no folder; name one for the four MNIST files.");
    }
    return new Folder(path);
  }

  private static Path parse(String origin, String value) {
    if (value.isBlank()) {
      throw new BadInputException(origin + " is empty; name a folder with the four MNIST files.");
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new BadInputException(
          origin + " is no valid path (" + e.getReason() + "); check the path.", e);
    }
  }
}
