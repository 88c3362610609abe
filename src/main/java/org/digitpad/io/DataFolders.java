package org.digitpad.io;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folders in which DigitPad keeps its own files. These are paths alone: the code that writes a
 * file creates its folder.
 *
 * @param root the parent of all other folders
 */
public record DataFolders(Path root) {
  /** Environment variable that overrides the root. */
  public static final String HOME_VARIABLE = "DIGITPAD_HOME";

  /**
   * Returns the folders of the user: below {@code DIGITPAD_HOME} if that is set, else in the
   * operating system's folder for application data, on Linux {@code ~/.local/share/digitpad}.
   *
   * @param environment usually {@link System#getenv()}
   */
  public static DataFolders ofUser(Map<String, String> environment) {
    String home = environment.getOrDefault(HOME_VARIABLE, "");
    String root =
        home.isBlank() ? ProjectDirectories.from("org", "digitpad", "DigitPad").dataDir : home;
    return new DataFolders(Path.of(root).toAbsolutePath().normalize());
  }

  /** The folder of the downloaded MNIST files. */
  public Path mnist() {
    return root.resolve("mnist");
  }

  /** The folder of the models that the user has trained. */
  public Path models() {
    return root.resolve("models");
  }

  /** The folder of the log. */
  public Path log() {
    return root.resolve("log");
  }

  /** The folder of what is kept between sessions: settings and the drawing on the canvas. */
  public Path state() {
    return root.resolve("state");
  }

  /** The folder of the drawings of which people have said what they are. */
  public Path drawings() {
    return root.resolve("drawings");
  }
}
