package org.digitpad.ui.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.model.Model;
import org.digitpad.nn.model.ModelFile;
import org.digitpad.recognize.ModelLibrary;
import org.slf4j.LoggerFactory;

/** Models to choose from: those of the library, and files. */
public final class LibraryModels {
  private final Supplier<ModelLibrary> library;

  /**
   * @param library finds the library; may be slow
   */
  public LibraryModels(Supplier<ModelLibrary> library) {
    this.library = library;
  }

  /** Those that come with DigitPad, the usual one first. */
  public List<ModelChoice> bundled() {
    List<ModelChoice> choices = new ArrayList<>();
    for (String name : ModelLibrary.bundledNames()) {
      String title = Architectures.named(name).map(Architecture::title).orElse(name);
      choices.add(
          new ModelChoice(title, () -> new LoadedModel(library.get().load(name), bytes(name))));
    }
    return choices;
  }

  /** The user's own, by file name; slow. */
  public List<ModelChoice> own() {
    return library
        .get()
        .all(skipped -> LoggerFactory.getLogger(LibraryModels.class).warn(skipped))
        .stream()
        .filter(entry -> entry.name().endsWith(ModelFile.EXTENSION))
        .map(entry -> own(Path.of(entry.location()), entry.model()))
        .toList();
  }

  private static ModelChoice own(Path file, Model model) {
    return new ModelChoice(name(file), () -> new LoadedModel(model, bytes(file.toString())));
  }

  /** A model file. */
  public ModelChoice ofFile(Path file) {
    return new ModelChoice(
        name(file), () -> new LoadedModel(ModelFile.read(file), bytes(file.toString())));
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(ModelFile.EXTENSION)
        ? name.substring(0, name.length() - ModelFile.EXTENSION.length())
        : name;
  }

  private static long bytes(String nameOrFile) {
    try {
      return ModelLibrary.size(nameOrFile);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
