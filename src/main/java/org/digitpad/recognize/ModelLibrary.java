package org.digitpad.recognize;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.FileErrors;
import org.digitpad.io.FileState;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.jspecify.annotations.Nullable;

/** The models that come with DigitPad, and the user's own in a folder. */
public final class ModelLibrary {
  /** Name of the model that is used if no other is named. */
  public static final String DEFAULT = "conv-gru";

  private static final LibraryModel CONV_GRU = LibraryModel.bundled(DEFAULT);
  private static final LibraryModel PEN = LibraryModel.bundled("pen");

  private static final List<LibraryModel> BUNDLED =
      List.of(
          CONV_GRU,
          LibraryModel.bundled("lstm"),
          LibraryModel.bundled("mlp"),
          PEN,
          LibraryModel.combination(CONV_GRU, PEN));

  /** The user's models stay in memory, so their files together have a limit, in bytes. */
  private static final long MAX_OWN = 128L << 20;

  private final Path folder;

  /** The user's models as they were found last; guarded by this. */
  private final Map<Path, Loaded> loaded = new HashMap<>();

  /**
   * A model that has been read.
   *
   * @param state of its file, by which a change is noticed
   */
  private record Loaded(Optional<FileState> state, LibraryModel model) {}

  /**
   * @param folder folder of the user's models; need not exist
   */
  public ModelLibrary(Path folder) {
    this.folder = folder;
  }

  /** The models that come with DigitPad, the default first; none is loaded by this call. */
  public static List<LibraryModel> bundled() {
    return BUNDLED;
  }

  /**
   * Loads a model.
   *
   * @param nameOrFile name of a bundled model, or a model file
   * @throws BadInputException if there is none, or the file is not a model
   */
  public Model load(String nameOrFile) {
    return find(nameOrFile).model();
  }

  /**
   * Returns a model that need not be loaded yet.
   *
   * @param nameOrFile name of a bundled model, or a model file
   * @throws BadInputException if it can be neither
   */
  public static LibraryModel find(String nameOrFile) {
    for (LibraryModel bundled : BUNDLED) {
      if (bundled.name().equals(nameOrFile)) {
        return bundled;
      }
    }
    return file(nameOrFile);
  }

  private static LibraryModel file(String name) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw unknown(name);
    }
    if (name.isBlank() || !Files.exists(file) && !ModelFile.isName(name)) {
      throw unknown(name);
    }
    return LibraryModel.ofFile(file);
  }

  private static BadInputException unknown(String name) {
    return new BadInputException(
        Messages.get(
            "recognize.library.unknown",
            name,
            BUNDLED.stream().map(LibraryModel::name).collect(Collectors.joining(", ")),
            ModelFile.EXTENSION));
  }

  /**
   * Loads all models: the bundled ones, then the user's by file name.
   *
   * @param skipped receives a sentence about each of the user's files that is not a model
   */
  public List<LibraryModel> all(Consumer<String> skipped) {
    BUNDLED.forEach(LibraryModel::model);
    return Stream.concat(BUNDLED.stream(), own(skipped).stream()).toList();
  }

  /**
   * Loads all models one after another, as {@link #all}, and keeps none of them in memory.
   *
   * @param models receives each model
   */
  public void forEach(Consumer<LibraryModel> models, Consumer<String> skipped) {
    BUNDLED.forEach(models);
    for (Path file : files(skipped)) {
      LibraryModel model;
      try {
        model = LibraryModel.ofFile(file);
        model.model();
      } catch (BadInputException e) {
        skipped.accept(e.getMessage());
        continue;
      }
      models.accept(model);
    }
  }

  /**
   * Loads the user's models, by file name. Files that have not changed since the last call are not
   * read again.
   *
   * @param skipped receives a sentence about each file that is not a model, and one if there are
   *     too many of them
   */
  public synchronized List<LibraryModel> own(Consumer<String> skipped) {
    List<LibraryModel> models = new ArrayList<>();
    Map<Path, Loaded> before = Map.copyOf(loaded);
    loaded.clear();
    long bytes = 0;
    for (Path file : files(skipped)) {
      Loaded now;
      try {
        now = load(file, before.get(file));
        bytes += now.model().size();
      } catch (BadInputException e) {
        skipped.accept(e.getMessage());
        continue;
      }
      if (bytes > MAX_OWN) {
        skipped.accept(
            Messages.get("recognize.library.tooMany", folder, MAX_OWN >> 20, file.getFileName()));
        break;
      }
      loaded.put(file, now);
      models.add(now.model());
    }
    return models;
  }

  private static Loaded load(Path file, @Nullable Loaded before) {
    Optional<FileState> state = state(file);
    return before != null && state.isPresent() && before.state().equals(state)
        ? before
        : new Loaded(state, LibraryModel.ofFile(file));
  }

  private static Optional<FileState> state(Path file) {
    try {
      return FileState.of(file);
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private List<Path> files(Consumer<String> skipped) {
    List<Path> sorted = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ModelFile.PATTERN)) {
        files.forEach(sorted::add);
      } catch (DirectoryIteratorException e) {
        skipped.accept(unreadable(e.getCause()));
      } catch (IOException e) {
        skipped.accept(unreadable(e));
      }
    }
    sorted.sort(null);
    return sorted;
  }

  private String unreadable(IOException cause) {
    return Messages.get("recognize.library.unreadableFolder", folder, FileErrors.reason(cause));
  }
}
