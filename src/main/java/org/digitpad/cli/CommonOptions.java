package org.digitpad.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options of every command. */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionProvider.class)
final class CommonOptions {
  @Option(names = "--json")
  boolean json;
}
