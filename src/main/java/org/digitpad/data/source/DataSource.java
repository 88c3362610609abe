package org.digitpad.data.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.digitpad.data.Dataset;
import org.digitpad.data.kaggle.KaggleDataset;
import org.digitpad.data.mnist.MnistFolder;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.data.synth.PenDataset;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.jspecify.annotations.Nullable;

/** Where training and test images come from: the {@code --data} option and its defaults. */
public sealed interface DataSource {
  /** Environment variable that names the folder with the MNIST files. */
  String FOLDER_VARIABLE = "DIGITPAD_MNIST_DIR";

  /** The value of {@code --data} for the built-in digits. */
  String BUILTIN = "builtin";

  /** Returns the dataset. Neither reads nor checks any file yet. */
  Dataset dataset();

  /**
   * Returns the folder with the four MNIST files. Files may be missing, and so may the folder.
   *
   * @throws BadInputException if the images do not come from such a folder
   */
  Path folder();

  /** Returns whether missing files may be downloaded into the folder. */
  default boolean isDownloadable() {
    return false;
  }

  /**
   * Returns the value of {@code --data} with which the same images are found on another computer,
   * or nothing for MNIST, which each computer keeps in a place of its own.
   */
  default Optional<String> option() {
    return Optional.empty();
  }

  /**
   * Returns the files that the images may be read from, some of which may be missing. No output may
   * overwrite them.
   */
  default List<Path> inputFiles() {
    return List.of();
  }

  /** A folder that the user named. Its files are used as they are. */
  record Folder(Path folder) implements DataSource {
    @Override
    public Dataset dataset() {
      return new MnistFolder(folder);
    }

    @Override
    public List<Path> inputFiles() {
      return new MnistFolder(folder).candidates();
    }
  }

  /** DigitPad's own folder, into which missing files are downloaded. May not exist yet. */
  record OwnFolder(Path folder) implements DataSource {
    @Override
    public Dataset dataset() {
      return new MnistFolder(folder);
    }

    @Override
    public List<Path> inputFiles() {
      return new MnistFolder(folder).candidates();
    }

    @Override
    public boolean isDownloadable() {
      return true;
    }
  }

  /** The built-in digits, as many as MNIST has. */
  record Builtin() implements DataSource {
    private static final int TRAIN_COUNT = 60_000;
    private static final int TEST_COUNT = 10_000;

    @Override
    public Dataset dataset() {
      return new BuiltinDataset(TRAIN_COUNT, TEST_COUNT);
    }

    /** As many digits as movement: direction maps in place of the pixels. */
    public Dataset movement() {
      return new PenDataset(TRAIN_COUNT, TEST_COUNT);
    }

    @Override
    public Path folder() {
      throw new BadInputException(Messages.get("data.source.builtinHasNoFolder"));
    }

    @Override
    public Optional<String> option() {
      return Optional.of(BUILTIN);
    }
  }

  /** The file {@code train.csv} of Kaggle's Digit Recognizer. */
  record KaggleFile(Path file) implements DataSource {
    @Override
    public Dataset dataset() {
      return new KaggleDataset(file);
    }

    @Override
    public Path folder() {
      throw new BadInputException(Messages.get("data.source.fileInsteadOfFolder", file));
    }

    @Override
    public Optional<String> option() {
      return Optional.of(file.toString());
    }

    @Override
    public List<Path> inputFiles() {
      return List.of(file);
    }
  }

  /**
   * Returns the source that {@code --data} names, else the folder that {@code DIGITPAD_MNIST_DIR}
   * names, else DigitPad's own folder. A file is taken to be Kaggle's.
   *
   * @param option the value of {@code --data}, null if it was not given
   * @param environment usually {@link System#getenv()}
   * @throws BadInputException if the file or folder does not exist, or the variable does not name a
   *     folder
   */
  static DataSource resolve(
      @Nullable String option, Map<String, String> environment, DataFolders folders) {
    return resolve(option, environment, folders, true);
  }

  /**
   * Returns the source to download into, in the order of {@link #resolve}. Its folder need not
   * exist yet.
   *
   * @throws BadInputException if the path cannot be a folder
   */
  static DataSource resolveDownloadTarget(
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
    if (mustExist && Files.notExists(path)) {
      throw new BadInputException(Messages.get("data.source.missing", origin, path));
    }
    if (mustExist && !Files.exists(path)) {
      // a folder on the way to it is closed to this user
      throw new BadInputException(Messages.get("io.input.permissionDenied", path));
    }
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new BadInputException(Messages.get("data.source.notAFolder", origin, path));
    }
    return new Folder(path);
  }

  private static Path parse(String origin, String value) {
    if (value.isBlank()) {
      throw new BadInputException(Messages.get("data.source.empty", origin));
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new BadInputException(
          Messages.get("data.source.invalidPath", origin, e.getReason()), e);
    }
  }
}
