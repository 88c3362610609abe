package org.digitpad.cli;

import org.digitpad.i18n.Messages;
import org.digitpad.io.log.ProgramInfo;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      ProgramInfo.version()
          .map(version -> Messages.get("cli.version.release", version))
          .orElseGet(() -> Messages.get("cli.version.development"))
    };
  }
}
