package org.digitpad.data.kaggle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.BadInputException;
import org.jspecify.annotations.Nullable;

/** The header lines of the two files of Kaggle's Digit Recognizer. */
enum KaggleHeader {
  /** {@code label,pixel0,…,pixel783}. */
  TRAIN("train.csv", 1, "data.kaggle.train."),

  /** {@code pixel0,…,pixel783}. */
  TEST("test.csv", 0, "data.kaggle.test.");

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int EXCERPT_LENGTH = 20;

  private final String file;
  private final int labelColumns;
  private final String messages;

  KaggleHeader(String file, int labelColumns, String messages) {
    this.file = file;
    this.labelColumns = labelColumns;
    this.messages = messages;
  }

  /** Returns Kaggle's name of the file. */
  String file() {
    return file;
  }

  int columns() {
    return labelColumns + DigitImage.PIXELS;
  }

  /** Returns the name of a column, counted from 0. */
  String name(int column) {
    return column < labelColumns ? "label" : "pixel" + (column - labelColumns);
  }

  /**
   * Checks the first line of a file.
   *
   * @param line the line without its line feed; null if the file is empty
   * @throws BadInputException if it is not this header
   */
  void check(byte @Nullable [] line, Path path) {
    if (line == null) {
      throw bad("empty", path);
    }
    String text = new String(line, StandardCharsets.UTF_8).replace(BYTE_ORDER_MARK, "").strip();
    if (text.startsWith("PK\3\4")) {
      throw new BadInputException(Messages.get("data.kaggle.zip", path));
    }
    if (text.equals(other().text())) {
      throw bad("isOtherFile", path);
    }
    if (!text.equals(text())) {
      throw difference(text.split(",", -1), path);
    }
  }

  private KaggleHeader other() {
    return this == TRAIN ? TEST : TRAIN;
  }

  /** Returns the exception that tells how columns differ from those of this header. */
  private BadInputException difference(String[] found, Path path) {
    for (int column = 0; column < Math.min(found.length, columns()); column++) {
      if (!found[column].equals(name(column))) {
        return bad("wrongColumn", path, column + 1, excerpt(found[column]), name(column));
      }
    }
    return bad("wrongColumnCount", path, found.length, columns());
  }

  private BadInputException bad(String key, Object... arguments) {
    return new BadInputException(Messages.get(messages + key, arguments));
  }

  /** Returns the beginning of a value in printable ASCII, to be shown on any terminal. */
  static String excerpt(String value) {
    String shown = value.replaceAll("[^\\x20-\\x7e]", "?");
    return shown.length() > EXCERPT_LENGTH ? shown.substring(0, EXCERPT_LENGTH) + "…" : shown;
  }

  private String text() {
    return IntStream.range(0, columns()).mapToObj(this::name).collect(Collectors.joining(","));
  }
}
