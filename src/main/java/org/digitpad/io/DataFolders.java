package org.digitpad.io;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where DigitPad keeps its own files. Only names places: whoever writes makes the folders.
 *
 * @param root the folder that holds all others
 */
public record DataFolders(Path root) {
  /** Environment variable that names another root. */
  public static final String HOME_VARIABLE = "DIGITPAD_HOME";

  /**
   * Returns the folders of the user: below {@code DIGITPAD_HOME} if that is set, else where the
   * operating system wants them, on Linux {@code ~/.local/share/digitpad}.
   *
   * @param environment usually {@link System#getenv()}
   */
  public static DataFolders ofUser(Map<String, String> environment) {
    String home = environment.getOrDefault(HOME_VARIABLE, "");
    String root =
        home.isBlank() ? ProjectDirectories.from("org", "digitpad", "DigitPad").dataDir : home;
    return new DataFolders(Path.of(root).toAbsolutePath().normalize());
  }

  /** The downloaded MNIST files. */
  public Path mnist() {
    return root.resolve("mnist");
  }

  /** Models that the user has trained. */
  public Path models() {
    return root.resolve("models");
  }

  /** What outlives the window: settings, and drawings not saved elsewhere. */
  public Path state() {
    return root.resolve("state");
  }
}
