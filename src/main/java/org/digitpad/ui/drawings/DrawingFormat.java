package org.digitpad.ui.drawings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitpad.i18n.Messages;

/** The formats that a drawing is saved in. */
public enum DrawingFormat {
  PNG("ui.drawings.format.png", ".png"),
  SVG("ui.drawings.format.svg", ".svg"),
  STROKES("ui.drawings.format.strokes", ".jsonl", ".jsonl.gz");

  private final String key;
  private final List<String> suffixes;

  DrawingFormat(String key, String... suffixes) {
    this.key = key;
    this.suffixes = List.of(suffixes);
  }

  /** What dialogs call it. */
  public String description() {
    return Messages.get(key);
  }

  /** The suffix that a name gets which has none. */
  public String suffix() {
    return suffixes.get(0);
  }

  /** Patterns of file names for dialogs, such as {@code *.png}. */
  List<String> patterns() {
    return suffixes.stream().map("*"::concat).toList();
  }

  /** Returns the format that a file's name ends in. */
  public static Optional<DrawingFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (DrawingFormat format : values()) {
      if (format.suffixes.stream().anyMatch(name::endsWith)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
