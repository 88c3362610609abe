package org.digitpad.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.digitpad.i18n.Messages;
import org.digitpad.i18n.PlainText;
import org.digitpad.io.InputFile;
import org.digitpad.io.Sha256;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be chosen: one that comes with DigitPad, a combination of two of these, or a
 * model file. It is loaded on first use and then kept. Thread-safe; two are equal if they have the
 * same name.
 */
public final class LibraryModel {
  private static final String RESOURCES = "/org/digitpad/models/";

  private final String name;
  private final String title;
  private final @Nullable Path file;

  /** The models that are combined; empty if there is only this one. */
  private final List<LibraryModel> parts;

  private @Nullable Model model;
  private long size;

  private LibraryModel(String name, String title, @Nullable Path file, List<LibraryModel> parts) {
    this.name = name;
    this.title = title;
    this.file = file;
    this.parts = parts;
  }

  static LibraryModel bundled(String name) {
    String title = Architectures.named(name).map(Architecture::title).orElse(name);
    return new LibraryModel(name, title, null, List.of());
  }

  /**
   * Two models as one reader.
   *
   * @param images a bundled model that reads images
   * @param movement a bundled model that reads the movement of the pen
   */
  static LibraryModel combination(LibraryModel images, LibraryModel movement) {
    return new LibraryModel(
        images.name + "+" + movement.name,
        Messages.get("recognize.library.combination", images.title, movement.name),
        null,
        List.of(images, movement));
  }

  /** A model file, which need not exist before it is loaded. */
  public static LibraryModel ofFile(Path file) {
    return new LibraryModel(file.toString(), ModelFile.title(file), file, List.of());
  }

  /**
   * A model that has just been written to a file, which is not read again.
   *
   * @throws IOException if the size of the file cannot be read
   */
  public static LibraryModel ofFile(Path file, Model written) throws IOException {
    LibraryModel model = ofFile(file);
    model.model = written;
    model.size = Files.size(file);
    return model;
  }

  /** Name as {@code --model} takes it: of a bundled model, or the path of the file. */
  public String name() {
    return name;
  }

  /** Name for people: of the architecture if bundled, else of the file without its extension. */
  public String title() {
    return PlainText.brief(title);
  }

  /** The model's file; empty if it comes with DigitPad. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** The models of a combination, that of images first; otherwise this model alone. */
  public List<LibraryModel> parts() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** Whether it combines two models. */
  public boolean isCombination() {
    return !parts.isEmpty();
  }

  /** Number of parameters of all parts. Slow on first use of a file. */
  public int parameterCount() {
    return parts().stream().mapToInt(part -> part.architecture().parameterCount()).sum();
  }

  /**
   * Whether it reads the movement of the pen and nothing else, and so no pictures. Slow on first
   * use of a file.
   */
  public boolean readsMovementOnly() {
    return parts.isEmpty() && architecture().readsMovement();
  }

  /** The network, for which a bundled model need not be loaded. */
  private Architecture architecture() {
    return file == null
        ? Architectures.named(name).orElseGet(() -> model().architecture())
        : model().architecture();
  }

  /**
   * Returns a new recognizer. Slow on first use.
   *
   * @throws org.digitpad.io.BadInputException if the file is missing or not a model
   */
  public Recognizer newRecognizer() {
    return parts.isEmpty()
        ? new Recognizer(model())
        : new Recognizer(parts.get(0).model(), parts.get(1).model());
  }

  /** Whether it comes with DigitPad. */
  public boolean isBundled() {
    return file == null;
  }

  /**
   * SHA-256 of the model's file as it is now, in hexadecimal digits; of a combination, of the one
   * that reads images. Slow.
   *
   * @throws org.digitpad.io.BadInputException if the file cannot be read
   */
  public String sha256() {
    if (!parts.isEmpty()) {
      return parts.get(0).sha256();
    }
    if (file != null) {
      try {
        return Sha256.of(file);
      } catch (IOException e) {
        throw InputFile.unusable(file, e);
      }
    }
    try {
      return Sha256.of(bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Path of the file, or of the resource within the program. */
  public String location() {
    if (!parts.isEmpty()) {
      return parts.stream().map(LibraryModel::location).collect(Collectors.joining(" + "));
    }
    return file == null ? RESOURCES + ModelFile.name(name) : name;
  }

  /**
   * Returns the model with its card; of a combination, the one that reads images. Slow on first
   * use.
   *
   * @throws org.digitpad.io.BadInputException if the file is missing or not a model
   */
  public synchronized Model model() {
    if (!parts.isEmpty()) {
      return parts.get(0).model();
    }
    Model loaded = model;
    if (loaded == null) {
      try {
        loaded = load();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      model = loaded;
    }
    return loaded;
  }

  /** Size of the file in bytes when it was loaded. Loads the model. */
  public synchronized long size() {
    if (!parts.isEmpty()) {
      return parts.stream().mapToLong(LibraryModel::size).sum();
    }
    model();
    return size;
  }

  private Model load() throws IOException {
    if (file != null) {
      Model loaded = ModelFile.read(file);
      try {
        size = Files.size(file);
      } catch (IOException e) {
        throw InputFile.unusable(file, e);
      }
      return loaded;
    }
    byte[] bytes = bytes();
    size = bytes.length;
    return ModelFile.parse(bytes, location());
  }

  /** The file of a bundled model. */
  private byte[] bytes() throws IOException {
    try (InputStream in = LibraryModel.class.getResourceAsStream(location())) {
      if (in == null) {
        throw new IllegalStateException("the model " + name + " is missing from this program");
      }
      return in.readAllBytes();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LibraryModel that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
