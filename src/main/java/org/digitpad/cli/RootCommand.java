package org.digitpad.cli;

import org.digitpad.i18n.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself. Without a command the launcher opens the window instead. */
@Command(
    name = RootCommand.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class RootCommand implements Runnable {
  static final String NAME = "digitpad";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Messages.get("cli.usage.noCommand"));
  }
}
