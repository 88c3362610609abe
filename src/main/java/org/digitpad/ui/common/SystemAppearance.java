package org.digitpad.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Detects whether the operating system uses a dark theme and asks for reduced motion. JavaFX
 * reports neither before version 22, so this runs the system's command line tools. If no tool
 * answers, assumes a light theme and normal motion.
 */
public final class SystemAppearance {
  /**
   * What the system prefers.
   *
   * @param dark whether the system uses a dark theme
   * @param motionReduced whether the system asks for no unnecessary animations
   */
  public record Detected(boolean dark, boolean motionReduced) {
    public static final Detected DEFAULT = new Detected(false, false);
  }

  /** Runs commands of the operating system. */
  @FunctionalInterface
  public interface CommandRunner {
    /** Returns what a command prints, or nothing if it fails or takes too long. */
    Optional<String> run(List<String> command);
  }

  private final String operatingSystem;
  private final String gtkTheme;
  private final CommandRunner runner;

  /**
   * @param operatingSystem the system property os.name
   * @param gtkTheme the environment variable GTK_THEME, or an empty string
   * @param runner runs the system's tools
   */
  public SystemAppearance(String operatingSystem, String gtkTheme, CommandRunner runner) {
    this.operatingSystem = operatingSystem.toLowerCase(Locale.ROOT);
    this.gtkTheme = gtkTheme.toLowerCase(Locale.ROOT);
    this.runner = runner;
  }

  /** Asks the system; may take a second. */
  public Detected detect() {
    if (operatingSystem.contains("mac")) {
      return new Detected(
          answerContains("dark", "defaults", "read", "-g", "AppleInterfaceStyle"),
          answerContains("1", "defaults", "read", "com.apple.universalaccess", "reduceMotion"));
    }
    if (operatingSystem.contains("windows")) {
      return new Detected(
          answerContains(
              "0x0",
              "reg",
              "query",
              "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
              "/v",
              "AppsUseLightTheme"),
          false);
    }
    return new Detected(
        gtkIsDark(),
        answerContains(
            "false", "gsettings", "get", "org.gnome.desktop.interface", "enable-animations"));
  }

  private boolean gtkIsDark() {
    if (!gtkTheme.isBlank()) {
      return gtkTheme.endsWith("dark");
    }
    return portalIsDark()
        .orElseGet(
            () ->
                answerContains(
                    "prefer-dark",
                    "gsettings",
                    "get",
                    "org.gnome.desktop.interface",
                    "color-scheme"));
  }

  /** Asks the XDG desktop portal, which answers 1 for dark, 2 for light, 0 for no preference. */
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

  private boolean answerContains(String word, String... command) {
    return runner
        .run(List.of(command))
        .filter(answer -> answer.toLowerCase(Locale.ROOT).contains(word))
        .isPresent();
  }
}
