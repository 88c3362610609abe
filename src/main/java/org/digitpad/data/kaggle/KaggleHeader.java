package org.digitpad.data.kaggle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.BadInputException;
import org.jspecify.annotations.Nullable;

/** First lines of the two files of Kaggle's Digit Recognizer. */
enum KaggleHeader {
  /** {@code label,pixel0,…,pixel783}. */
  TRAIN("train.csv", 1, "give Kaggle's train.csv, or a folder with the four MNIST files."),

  /** {@code pixel0,…,pixel783}. */
  TEST("test.csv", 0, "give Kaggle's test.csv.");

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int EXCERPT = 20;

  private final String file;
  private final int labels;
  private final String remedy;

  KaggleHeader(String file, int labels, String remedy) {
    this.file = file;
    this.labels = labels;
    this.remedy = remedy;
  }

  /** What Kaggle calls the file. */
  String file() {
    return file;
  }

  int columns() {
    return labels + DigitImage.PIXELS;
  }

  /** What the header calls a column, counted from 0. */
  String name(int column) {
    return column < labels ? "label" : "pixel" + (column - labels);
  }

  /**
   * Checks the first line of a file.
   *
   * @param line without its line feed; null if the file has none
   * @throws BadInputException if it is not this header
   */
  void check(byte @Nullable [] line, Path path) {
    if (line == null) {
      throw new BadInputException(path + " is empty; " + remedy);
    }
    String text = new String(line, StandardCharsets.UTF_8).replace(BYTE_ORDER_MARK, "").strip();
    if (text.startsWith("PK\3\4")) {
      throw new BadInputException(path + " is a zip archive; unpack it first.");
    }
    if (this == TRAIN && text.equals(TEST.text())) {
      throw new BadInputException(path + " has no labels; " + remedy);
    }
    if (this == TEST && text.equals(TRAIN.text())) {
      throw new BadInputException(path + " already has labels; " + remedy);
    }
    if (!text.equals(text())) {
      throw new BadInputException(
          path + ", line 1: " + difference(text.split(",", -1)) + "; " + remedy);
    }
  }

  /** Says how columns differ from those of this header. */
  private String difference(String[] found) {
    for (int column = 0; column < Math.min(found.length, columns()); column++) {
      if (!found[column].equals(name(column))) {
        return String.format(
            Locale.ROOT,
            "column %d is \"%s\", not \"%s\"",
            column + 1,
            excerpt(found[column]),
            name(column));
      }
    }
    return String.format(Locale.ROOT, "%,d columns, not %d", found.length, columns());
  }

  /** As much of a value as can be shown, on one line of any terminal. */
  static String excerpt(String value) {
    String shown = value.replaceAll("[^\\x20-\\x7e]", "?");
    return shown.length() > EXCERPT ? shown.substring(0, EXCERPT) + "…" : shown;
  }

  private String text() {
    return IntStream.range(0, columns()).mapToObj(this::name).collect(Collectors.joining(","));
  }
}
