package org.digitpad.cli;

import org.digitpad.data.source.DataSource;
import org.digitpad.io.DataFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself; what it does without a command is not the command line's business. */
@Command(
    name = "digitpad",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = {
      "Reads handwritten digits.",
      "Without a command it opens the drawing pad, and with a model file (.safetensors) alone the pad with that model."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      Cli.DONE + ":Done.",
      Cli.FAILED + ":Failed while running.",
      Cli.BAD_INPUT + ":Wrong usage or bad input; one sentence on standard error says which."
    },
    footerHeading = "Environment:%n",
    footer = {
      DataSource.FOLDER_VARIABLE + "  Folder with the four MNIST files.",
      DataFolders.HOME_VARIABLE + "       Folder for models, downloads and drawings."
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
