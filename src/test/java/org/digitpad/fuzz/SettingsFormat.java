package org.digitpad.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.digitpad.ui.common.PreferencesFile;

/** The preferences of the window. */
final class SettingsFormat {
  private static final String PREFERENCES =
      """
      #Thu Nov 26 00:00:00 UTC 2026
      model=/home/a/models/\\u00e9.safetensors
      reduceMotion=true
      theme=dark
      """;

  private SettingsFormat() {}

  static FuzzFormat format() {
    return new FuzzFormat(
            "settings",
            file ->
                inHome(file, "settings.properties", home -> new PreferencesFile(() -> home).load()),
            PREFERENCES.getBytes(StandardCharsets.ISO_8859_1))
        .words("theme", "=", "model=", "\\u", "\\ud800", "\\", "\n", "\r", "#", "!", ":", "\0")
        .handmade("nothing", "")
        .handmade("400 MB of nothing", file -> DataFormats.sparse(file, new byte[1], 400 << 20))
        .handmade("a key of 10 MB", "a".repeat(10 << 20));
  }

  /** Reads a folder. */
  @FunctionalInterface
  private interface HomeReader {
    Object read(Path home) throws IOException;
  }

  /**
   * Reads a folder that holds the file under some name. The reader may give it another name if it
   * is damaged, but must keep it.
   */
  private static Object inHome(Path file, String name, HomeReader reader) throws IOException {
    Path home = Files.createDirectories(file.getParent().resolveSibling("home"));
    Files.createLink(home.resolve(name), file);
    try {
      return reader.read(home);
    } finally {
      boolean kept = false;
      for (Path found : list(home)) {
        kept |= Files.isSameFile(found, file);
        Files.delete(found);
      }
      if (!kept) {
        throw new IllegalStateException("the file is lost");
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
