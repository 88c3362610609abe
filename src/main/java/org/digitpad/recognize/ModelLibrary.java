package org.digitpad.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;

/** The models at hand: those that come with DigitPad, and the user's own. */
public final class ModelLibrary {
  /** The model that reads if no other is named. */
  public static final String DEFAULT = "conv-gru";

  private static final List<String> BUNDLED = List.of(DEFAULT, "lstm", "mlp");
  private static final String REFERENCE_RUN = "conv-gru-reference";
  private static final String RESOURCES = "/org/digitpad/models/";

  private final Path ownModels;

  /**
   * A model and where it lies.
   *
   * @param name what {@code --model} takes
   * @param location file, or place within the program
   */
  public record Entry(String name, String location, Model model) {}

  /**
   * A library.
   *
   * @param ownModels folder of the user's models; need not exist
   */
  public ModelLibrary(Path ownModels) {
    this.ownModels = ownModels;
  }

  /**
   * Loads a model.
   *
   * @param nameOrFile name of a bundled model, or a model file
   * @throws BadInputException if there is none, or the file is not a model
   */
  public Model load(String nameOrFile) {
    if (BUNDLED.contains(nameOrFile)) {
      return bundled(nameOrFile);
    }
    Path file;
    try {
      file = Path.of(nameOrFile);
    } catch (InvalidPathException e) {
      throw unknown(nameOrFile);
    }
    if (nameOrFile.isBlank() || !Files.exists(file) && !nameOrFile.endsWith(ModelFile.EXTENSION)) {
      throw unknown(nameOrFile);
    }
    return ModelFile.read(file);
  }

  /** The bundled run of the reference recipe, to race against. */
  public static Model referenceRun() {
    return bundled(REFERENCE_RUN);
  }

  private static BadInputException unknown(String name) {
    return new BadInputException(
        "There is no model \""
            + name
            + "\"; name one of "
            + String.join(", ", BUNDLED)
            + ", or a model file ("
            + ModelFile.EXTENSION
            + ").");
  }

  /**
   * All models: the bundled ones, then the user's by file name.
   *
   * @param skipped is told of each of the user's files that is not a model, in one sentence
   */
  public List<Entry> all(Consumer<String> skipped) {
    List<Entry> entries =
        BUNDLED.stream()
            .map(name -> new Entry(name, resource(name), bundled(name)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (!Files.isDirectory(ownModels)) {
      return entries;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(ownModels, "*" + ModelFile.EXTENSION)) {
      List<Path> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      sorted.sort(null);
      for (Path file : sorted) {
        try {
          entries.add(new Entry(file.toString(), file.toString(), ModelFile.read(file)));
        } catch (BadInputException e) {
          skipped.accept(e.getMessage());
        }
      }
    } catch (IOException e) {
      skipped.accept(
          "The folder "
              + ownModels
              + " cannot be read ("
              + e.getMessage()
              + "); check the folder.");
    }
    return entries;
  }

  /** Names of the models that come with DigitPad. */
  public static List<String> bundledNames() {
    return BUNDLED;
  }

  /**
   * Returns how many bytes a model's file has.
   *
   * @param nameOrFile as {@link #load} takes it
   * @throws IOException if that cannot be found out
   */
  public static long size(String nameOrFile) throws IOException {
    if (!BUNDLED.contains(nameOrFile)) {
      return Files.size(Path.of(nameOrFile));
    }
    URL place = ModelLibrary.class.getResource(resource(nameOrFile));
    if (place == null) {
      throw new NoSuchFileException(resource(nameOrFile));
    }
    return place.openConnection().getContentLengthLong();
  }

  private static Model bundled(String name) {
    try (InputStream in = ModelLibrary.class.getResourceAsStream(resource(name))) {
      if (in == null) {
        throw new IllegalStateException("the model " + name + " is missing from this program");
      }
      return ModelFile.parse(in.readAllBytes(), resource(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    return RESOURCES + name + ModelFile.EXTENSION;
  }
}
