package org.digitpad.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command takes. */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionProvider.class)
final class CommonOptions {
  @Option(names = "--json", description = "Print one JSON object a line and nothing else.")
  boolean json;
}
