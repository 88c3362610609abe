package org.digitpad.cli;

import java.nio.file.Path;
import java.util.List;
import org.digitpad.io.DataFolders;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.ModelLibrary;
import picocli.CommandLine.Option;

/** The model that a command works with. */
final class ModelOption {
  @Option(names = "--model", paramLabel = "MODEL", defaultValue = ModelLibrary.DEFAULT)
  String name;

  Model load(Console console) {
    return library(console).load(name);
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
