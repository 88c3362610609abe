package org.digitpad.cli;

import org.digitpad.i18n.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() {
    @Nullable String version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {
      version == null
          ? Messages.get("cli.version.development")
          : Messages.get("cli.version.release", version)
    };
  }
}
