package org.digitpad.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks the operating system whether it is dark and whether it wants things to keep still. JavaFX
 * tells neither before version 22, so its command line tools are asked; where none answers, the
 * system counts as light and lively.
 */
public final class SystemAppearance {
  /**
   * What the system wants.
   *
   * @param dark light on dark
   * @param still no motion that is not needed
   */
  public record Look(boolean dark, boolean still) {
    public static final Look DEFAULT = new Look(false, false);
  }

  /** Runs a command. */
  @FunctionalInterface
  public interface CommandRunner {
    /** Returns what it printed; nothing if it failed or took too long. */
    Optional<String> run(List<String> command);
  }

  private final String operatingSystem;
  private final String gtkTheme;
  private final CommandRunner runner;

  /**
   * @param operatingSystem as in the system property os.name
   * @param gtkTheme the environment variable GTK_THEME, or an empty text
   * @param runner runs the system's tools
   */
  public SystemAppearance(String operatingSystem, String gtkTheme, CommandRunner runner) {
    this.operatingSystem = operatingSystem.toLowerCase(Locale.ROOT);
    this.gtkTheme = gtkTheme.toLowerCase(Locale.ROOT);
    this.runner = runner;
  }

  /** Looks; may take a second. */
  public Look look() {
    if (operatingSystem.contains("mac")) {
      return new Look(
          says("dark", "defaults", "read", "-g", "AppleInterfaceStyle"),
          says("1", "defaults", "read", "com.apple.universalaccess", "reduceMotion"));
    }
    if (operatingSystem.contains("windows")) {
      return new Look(
          says(
              "0x0",
              "reg",
              "query",
              "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
              "/v",
              "AppsUseLightTheme"),
          false);
    }
    return new Look(
        gtkIsDark(),
        says("false", "gsettings", "get", "org.gnome.desktop.interface", "enable-animations"));
  }

  private boolean gtkIsDark() {
    if (!gtkTheme.isBlank()) {
      return gtkTheme.endsWith("dark");
    }
    return portalIsDark()
        .orElseGet(
            () ->
                says(
                    "prefer-dark",
                    "gsettings",
                    "get",
                    "org.gnome.desktop.interface",
                    "color-scheme"));
  }

  /** The desktop-neutral way; its answer is 1 for dark, 2 for light and 0 for no preference. */
  private Optional<Boolean> portalIsDark() {
    return runner
        .run(
            List.of(
                "gdbus",
                "call",
                "--session",
                "--timeout=1",
                "--dest=org.freedesktop.portal.Desktop",
                "--object-path=/org/freedesktop/portal/desktop",
                "--method=org.freedesktop.portal.Settings.Read",
                "org.freedesktop.appearance",
                "color-scheme"))
        .filter(answer -> answer.contains("uint32"))
        .map(answer -> answer.contains("uint32 1"));
  }

  private boolean says(String word, String... command) {
    return runner
        .run(List.of(command))
        .filter(answer -> answer.toLowerCase(Locale.ROOT).contains(word))
        .isPresent();
  }
}
