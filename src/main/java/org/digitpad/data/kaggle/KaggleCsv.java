package org.digitpad.data.kaggle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.i18n.Messages;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.LineReader;

/**
 * Reads the two files of Kaggle's Digit Recognizer (kaggle.com/c/digit-recognizer), gzipped or not:
 * a header, followed by one digit per row with, in {@code train.csv} only, its label, and 784
 * pixels from 0 (background) to 255 (ink), row-major. Every error in a file results in a {@link
 * BadInputException}.
 *
 * <p>This parser works on bytes, since CSV libraries take three times as long for the 33 million
 * numbers of {@code train.csv}.
 */
public final class KaggleCsv {
  private static final int MAX_LABEL = 9;
  private static final int MAX_PIXEL = 255;

  /** Represents a value that is not a number, or too large for a pixel whatever digits follow. */
  private static final int INVALID = 1_000;

  /** More than enough: a row has at most 3 kB, the header 7 kB. */
  private static final int MAX_LINE_BYTES = 1 << 16;

  private static final int INITIAL_CAPACITY = 1_024;

  private final Path file;
  private final KaggleHeader header;
  private final int labelColumns;
  private byte[] labels;
  private byte[] pixels = new byte[INITIAL_CAPACITY * DigitImage.PIXELS];
  private int rows;
  private int line;

  private KaggleCsv(Path file, KaggleHeader header) {
    this.file = file;
    this.header = header;
    this.labelColumns = header.columns() - DigitImage.PIXELS;
    this.labels = new byte[labelColumns * INITIAL_CAPACITY];
  }

  /**
   * Reads {@code train.csv}: images with labels.
   *
   * @return at least one image, in the order of the file
   * @throws BadInputException if the file is missing, damaged, or another kind of file
   */
  public static LabeledImages readTrain(Path file) {
    KaggleCsv csv = new KaggleCsv(file, KaggleHeader.TRAIN);
    csv.read();
    return new LabeledImages(csv.pixels, csv.labels).slice(0, csv.rows);
  }

  /**
   * Reads {@code test.csv}: images without labels.
   *
   * @return at least one image, in the order of the file
   * @throws BadInputException if the file is missing, damaged, or another kind of file
   */
  public static DigitImages readTest(Path file) {
    KaggleCsv csv = new KaggleCsv(file, KaggleHeader.TEST);
    csv.read();
    return new DigitImages(csv.pixels).slice(0, csv.rows);
  }

  private void read() {
    try (InputStream in = InputFile.open(file)) {
      readLines(new LineReader(in, file, MAX_LINE_BYTES));
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
    if (rows == 0) {
      throw bad("data.kaggle.noDigits", header.file());
    }
  }

  private void readLines(LineReader lines) throws IOException {
    try {
      header.check(lines.next(), file);
      byte[] row;
      do {
        row = lines.next();
        line = lines.number();
        if (row != null) {
          addRow(row);
        }
      } while (row != null);
    } catch (LineReader.LineTooLongException e) {
      line = lines.number();
      throw bad("data.kaggle.lineTooLong", header.file());
    }
  }

  private void addRow(byte[] row) {
    if (rows == DigitImages.MAX_COUNT) {
      throw bad("data.kaggle.tooManyDigits", rows);
    }
    if (rows * DigitImage.PIXELS == pixels.length) {
      // not to twice the size, as old and new array are in memory together
      resize(Math.min(rows + rows / 2, DigitImages.MAX_COUNT));
    }
    int length = length(row);
    int columns = header.columns();
    int from = 0;
    for (int column = 0; column < columns; column++) {
      if (from > length) {
        throw wrongCount(row);
      }
      boolean isLabel = column < labelColumns;
      int end = from;
      int value = 0;
      for (; end < length && row[end] != ','; end++) {
        value = appendDigit(value, row[end]);
      }
      if (end == from || value > (isLabel ? MAX_LABEL : MAX_PIXEL)) {
        throw wrongValue(row, from, end, column);
      }
      if (isLabel) {
        labels[rows] = (byte) value;
      } else {
        pixels[rows * DigitImage.PIXELS + column - labelColumns] = (byte) value;
      }
      from = end + 1;
    }
    if (from <= length) {
      throw wrongCount(row);
    }
    rows++;
  }

  private void resize(int capacity) {
    pixels = Arrays.copyOf(pixels, capacity * DigitImage.PIXELS);
    labels = Arrays.copyOf(labels, labelColumns * capacity);
  }

  /** Returns the number that a further digit makes of a value. */
  private static int appendDigit(int value, byte character) {
    int digit = character - '0';
    return digit < 0 || digit > 9 || value > MAX_PIXEL ? INVALID : 10 * value + digit;
  }

  /** Returns the length without a carriage return at the end. */
  private static int length(byte[] row) {
    return row.length > 0 && row[row.length - 1] == '\r' ? row.length - 1 : row.length;
  }

  private BadInputException wrongCount(byte[] row) {
    int count = 1;
    for (byte character : row) {
      count += character == ',' ? 1 : 0;
    }
    return new BadInputException(
        Messages.plural(
            "data.kaggle.wrongValueCount", count, file, line, header.columns(), header.file()));
  }

  private BadInputException wrongValue(byte[] row, int from, int end, int column) {
    return bad(
        "data.kaggle.wrongValue",
        column + 1,
        header.name(column),
        KaggleHeader.excerpt(new String(row, from, end - from, StandardCharsets.UTF_8)),
        column < labelColumns ? MAX_LABEL : MAX_PIXEL);
  }

  /** Returns the exception for an error in the current line. */
  private BadInputException bad(String key, Object... values) {
    Object[] arguments = new Object[2 + values.length];
    arguments[0] = file;
    arguments[1] = line;
    System.arraycopy(values, 0, arguments, 2, values.length);
    return new BadInputException(Messages.get(key, arguments));
  }
}
