package org.digitpad.cli;

/** Lays out text in columns of fixed width. */
final class TextColumns {
  private TextColumns() {}

  /** Pads text to a width so that it stands on the left; longer text stays as it is. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Pads text to a width so that it stands on the right; longer text stays as it is. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** Joins padded cells. */
  static String row(String... cells) {
    return String.join(" ", cells);
  }
}
