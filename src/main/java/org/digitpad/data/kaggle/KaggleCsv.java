package org.digitpad.data.kaggle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.IdxFile;
import org.digitpad.ink.DigitImage;
import org.digitpad.io.BadInputException;
import org.digitpad.io.InputFile;
import org.digitpad.io.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two files of Kaggle's Digit Recognizer (kaggle.com/c/digit-recognizer), gzipped or not:
 * a header, then one digit a row, in {@code train.csv} with its label first, then 784 pixels from 0
 * (paper) to 255 (ink), row-major. Every fault of a file becomes a {@link BadInputException}.
 *
 * <p>Reads bytes: the 33 million plain numbers of {@code train.csv} take CSV libraries three times
 * as long.
 */
public final class KaggleCsv {
  private static final int MOST_LABEL = 9;
  private static final int MOST_PIXEL = 255;

  /** Stands for what is no number, or too large for a pixel whatever follows. */
  private static final int NO_VALUE = 1_000;

  /** A row has 3 kB at most, the header 7 kB. */
  private static final int MAX_LINE_BYTES = 1 << 16;

  private static final int FIRST_ROWS = 1_024;

  private final Path file;
  private final KaggleHeader header;
  private final int labelColumns;
  private byte[] labels;
  private byte[] pixels = new byte[FIRST_ROWS * DigitImage.PIXELS];
  private int rows;
  private int line;

  private KaggleCsv(Path file, KaggleHeader header) {
    this.file = file;
    this.header = header;
    this.labelColumns = header.columns() - DigitImage.PIXELS;
    this.labels = new byte[labelColumns * FIRST_ROWS];
  }

  /**
   * Reads {@code train.csv}: images with labels.
   *
   * @return at least one, in the order of the file
   * @throws BadInputException if the file is not there, is no such file, or is damaged
   */
  public static LabeledImages readTrain(Path file) {
    KaggleCsv csv = new KaggleCsv(file, KaggleHeader.TRAIN);
    csv.read();
    return new LabeledImages(csv.pixels, csv.labels);
  }

  /**
   * Reads {@code test.csv}: images without labels.
   *
   * @return at least one, in the order of the file
   * @throws BadInputException if the file is not there, is no such file, or is damaged
   */
  public static DigitImages readTest(Path file) {
    KaggleCsv csv = new KaggleCsv(file, KaggleHeader.TEST);
    csv.read();
    return new DigitImages(csv.pixels);
  }

  private void read() {
    try (InputStream in = InputFile.open(file)) {
      LineReader lines = new LineReader(in, MAX_LINE_BYTES);
      line = 1;
      header.check(lines.next(), file);
      for (byte[] row = next(lines); row != null; row = next(lines)) {
        if (length(row) > 0) {
          addRow(row);
        }
      }
    } catch (LineReader.LineTooLongException e) {
      throw bad("the line is too long for a digit; give Kaggle's %s as it is", header.file());
    } catch (IOException e) {
      throw InputFile.unusable(file, e);
    }
    if (rows == 0) {
      throw bad("no digit follows the header; give all of Kaggle's %s", header.file());
    }
    resize(rows);
  }

  private byte @Nullable [] next(LineReader lines) throws IOException {
    line++;
    return lines.next();
  }

  private void addRow(byte[] row) {
    if (rows == IdxFile.MAX_COUNT) {
      throw bad("more than the %,d digits allowed; split the file", rows);
    }
    if (rows * DigitImage.PIXELS == pixels.length) {
      resize(2 * rows);
    }
    int length = length(row);
    int columns = header.columns();
    int from = 0;
    for (int column = 0; column < columns; column++) {
      if (from > length) {
        throw wrongCount(row);
      }
      boolean label = column < labelColumns;
      int end = from;
      int value = 0;
      for (; end < length && row[end] != ','; end++) {
        value = append(row[end], value);
      }
      if (end == from || value > (label ? MOST_LABEL : MOST_PIXEL)) {
        throw wrongValue(row, from, end, column);
      }
      if (label) {
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

  /** Reads on in a whole number. */
  private static int append(byte character, int value) {
    int digit = character - '0';
    return digit < 0 || digit > 9 || value > MOST_PIXEL ? NO_VALUE : 10 * value + digit;
  }

  /** Length without what Windows puts before a line feed. */
  private static int length(byte[] row) {
    return row.length > 0 && row[row.length - 1] == '\r' ? row.length - 1 : row.length;
  }

  private BadInputException wrongCount(byte[] row) {
    int count = 1;
    for (byte character : row) {
      count += character == ',' ? 1 : 0;
    }
    return bad(
        "%,d values where %d are expected; give Kaggle's %s as it is",
        count, header.columns(), header.file());
  }

  private BadInputException wrongValue(byte[] row, int from, int end, int column) {
    return bad(
        "column %d (%s) is \"%s\", not a whole number from 0 to %d; correct it",
        column + 1,
        header.name(column),
        KaggleHeader.excerpt(new String(row, from, end - from, StandardCharsets.UTF_8)),
        column < labelColumns ? MOST_LABEL : MOST_PIXEL);
  }

  private BadInputException bad(String sentence, Object... values) {
    return new BadInputException(
        String.format(Locale.ROOT, "%s, line %,d: ", file, line)
            + String.format(Locale.ROOT, sentence, values)
            + ".");
  }
}
