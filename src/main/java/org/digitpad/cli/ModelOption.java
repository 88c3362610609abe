package org.digitpad.cli;

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

  static ModelLibrary library(Console console) {
    return new ModelLibrary(DataFolders.ofUser(console.environment()).models());
  }
}
