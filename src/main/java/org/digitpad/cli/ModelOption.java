package org.digitpad.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import picocli.CommandLine.Option;

/** The model that a command works with. */
final class ModelOption {
  @Option(names = "--model", paramLabel = "MODEL", defaultValue = ModelLibrary.DEFAULT)
  String name;

  /** The model, which need not be loaded yet. */
  LibraryModel find() {
    return ModelLibrary.find(name);
  }

  /**
   * The model, for a use of the network itself.
   *
   * @throws BadInputException if it is a combination of several
   */
  Model loadSingle() {
    LibraryModel model = find();
    if (model.isCombination()) {
      throw new BadInputException(
          Messages.get(
              "cli.model.combination",
              name,
              model.parts().stream().map(LibraryModel::name).collect(Collectors.joining(", "))));
    }
    return model.model();
  }

  /**
   * The model that reads pictures: of a combination, the part that does, with a message.
   *
   * @throws BadInputException if none does
   */
  Model loadForPictures(Console console) {
    LibraryModel model = find();
    if (model.readsMovementOnly()) {
      throw new BadInputException(Messages.get("recognize.noMovement"));
    }
    sayWhoReadsPictures(model, console);
    return model.model();
  }

  /** Says that a combination leaves pictures to one of its parts. */
  static void sayWhoReadsPictures(LibraryModel model, Console console) {
    if (model.isCombination()) {
      console.printMessage(
          Messages.get("cli.model.pictures", model.name(), model.parts().get(0).name()));
    }
  }

  /** The model file; empty if the model comes with DigitPad. */
  List<Path> inputs() {
    boolean bundled = ModelLibrary.bundled().stream().anyMatch(model -> model.name().equals(name));
    return bundled ? List.of() : List.of(Path.of(name));
  }

  static ModelLibrary library(Console console) {
    return new ModelLibrary(DataFolders.ofUser(console.environment()).models());
  }
}
