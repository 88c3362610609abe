package org.digitpad.data.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KaggleCsvTest {
  private static final LabeledImages DIGITS = MnistFixture.digits(12, 1);
  private static final String TRAIN = KaggleFixture.trainCsv(DIGITS);
  private static final String TEST = KaggleFixture.testCsv(DIGITS);

  @TempDir Path folder;

  @Test
  void readsLabelsAndImages() {
    assertThat(KaggleCsv.readTrain(file(TRAIN)).sha256()).isEqualTo(DIGITS.sha256());
  }

  @Test
  void readsImagesAlone() {
    assertSameImages(KaggleCsv.readTest(file(TEST)));
  }

  @Test
  void readsEveryValueOfAPixel() {
    byte[] pixels = new byte[784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    LabeledImages digit = new LabeledImages(pixels, new byte[] {9});

    assertThat(KaggleCsv.readTrain(file(KaggleFixture.trainCsv(digit))).sha256())
        .isEqualTo(digit.sha256());
  }

  @Test
  void readsMoreRowsThanTheInitialCapacity() {
    LabeledImages many = MnistFixture.digits(2_500, 2);
    assertThat(KaggleCsv.readTrain(file(KaggleFixture.trainCsv(many))).sha256())
        .isEqualTo(many.sha256());
  }

  @Test
  void readsFilesThatOtherProgramsSaved() throws IOException {
    assertSameImages(KaggleCsv.readTest(file(TEST.replace("\n", "\r\n"))));
    assertSameImages(KaggleCsv.readTest(file("\ufeff" + TEST)));
    assertSameImages(KaggleCsv.readTest(file(TEST + "\n\r\n")));
    assertSameImages(KaggleCsv.readTest(file(TEST.stripTrailing())));
    Path packed = folder.resolve("test.csv.gz");
    Files.write(packed, MnistFixture.gzip(TEST.getBytes(StandardCharsets.US_ASCII)));
    assertSameImages(KaggleCsv.readTest(packed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4 | 3 | pixel1 | 12.5 | 12.5",
        "2 | 785 | pixel783 | x | x",
        "13 | 2 | pixel0 | 256 | 256",
        "3 | 9 | pixel7 | -1 | -1",
        "3 | 9 | pixel7 | `` | ``",
        "3 | 9 | pixel7 | ` 7` | ` 7`",
        "3 | 9 | pixel7 | 2e1 | 2e1",
        "3 | 9 | pixel7 | 4294967296 | 4294967296",
        "3 | 9 | pixel7 | aä€b | a??b",
        "5 | 1 | label | 10 | 10",
        "5 | 1 | label | seven | seven",
        "5 | 1 | label | `` | ``",
      })
  void namesTheWrongValue(int line, int column, String name, String value, String shown) {
    Path file = file(withValue(TRAIN, line, column, value));

    assertThatThrownBy(() -> KaggleCsv.readTrain(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            Messages.get(
                "data.kaggle.wrongValue",
                file,
                line,
                column,
                name,
                shown,
                name.equals("label") ? 9 : 255));
  }

  @Test
  void showsOnlyTheStartOfALongValue() {
    Path file = file(withValue(TRAIN, 2, 3, "7".repeat(50)));
    assertThatThrownBy(() -> KaggleCsv.readTrain(file))
        .hasMessageContaining("is \"" + "7".repeat(20) + "…\",");
  }

  @Test
  void countsTheBlankLinesThatItIgnores() {
    Path file = file(withValue(TRAIN, 2, 1, "\n\r\n\n99"));
    assertThatThrownBy(() -> KaggleCsv.readTrain(file)).hasMessageContaining(", line 5: column 1 ");
  }

  @Test
  void rejectsSmallFilesThatExpandBeyondMeasure() {
    byte[] header = TRAIN.substring(0, TRAIN.indexOf('\n') + 1).getBytes(StandardCharsets.US_ASCII);
    byte[] rows = ("7" + ",0".repeat(784) + "\n").repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    Path bomb = MnistFixture.write(folder.resolve("b.gz"), MnistFixture.gzip(header, rows, 500));
    assertThat(bomb.toFile().length()).isLessThan(5_000_000);
    assertThatThrownBy(() -> KaggleCsv.readTrain(bomb))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.gzipBomb", bomb, 30));
    byte[] feeds = "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    Path blank = MnistFixture.write(folder.resolve("b.gz"), MnistFixture.gzip(header, feeds, 100));
    assertThatThrownBy(() -> KaggleCsv.readTrain(blank))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.blankLines", blank, 1_000_002, 1_000_000));
  }

  @Test
  void rejectsShortAndLongRows() {
    assertWrongValueCount(
        3, 784, csv -> edit(csv, 3, row -> row.substring(0, row.lastIndexOf(','))));
    assertWrongValueCount(3, 786, csv -> edit(csv, 3, row -> row + ",0"));
    assertWrongValueCount(3, 786, csv -> edit(csv, 3, row -> row + ","));
    assertWrongValueCount(13, 1, csv -> edit(csv, 13, row -> "5"));
    Path test = file(edit(TEST, 2, row -> row + ",0"));
    assertThatThrownBy(() -> KaggleCsv.readTest(test))
        .hasMessage(Messages.plural("data.kaggle.wrongValueCount", 785, test, 2, 784, "test.csv"));
  }

  @Test
  void rejectsOtherHeaders() {
    assertWrongColumn(3, "pixel01", "pixel1", csv -> csv.replaceFirst("pixel1,", "pixel01,"));
    assertWrongColumn(1, "Label", "label", csv -> csv.replaceFirst("label", "Label"));
    assertWrongColumn(1, "0", "label", csv -> csv.substring(csv.indexOf('\n') + 1));
    assertWrongColumn(1, "<!DOCTYPE html>", "label", csv -> "<!DOCTYPE html>\n<p>Sign in");
    assertWrongColumnCount(784, csv -> csv.replaceFirst(",pixel783", ""));
    assertWrongColumnCount(786, csv -> csv.replaceFirst(",pixel783", ",pixel783,pixel784"));
  }

  @Test
  void rejectsEachFileInPlaceOfTheOther() {
    assertRejected(csv -> TEST, file -> Messages.get("data.kaggle.train.isOtherFile", file));
    Path train = file(TRAIN);
    assertThatThrownBy(() -> KaggleCsv.readTest(train))
        .hasMessage(Messages.get("data.kaggle.test.isOtherFile", train));
  }

  @Test
  void rejectsFilesWithoutDigits() {
    assertRejected(csv -> "", file -> Messages.get("data.kaggle.train.empty", file));
    assertRejected(
        csv -> csv.substring(0, csv.indexOf('\n') + 1),
        file -> Messages.get("data.kaggle.noDigits", file, 2, "train.csv"));
  }

  @Test
  void rejectsTheArchiveThatKaggleOffers() {
    assertRejected(csv -> "PK\3\4\24\0\0\n" + csv, file -> Messages.get("data.kaggle.zip", file));
  }

  @Test
  void rejectsLinesWithoutEnd() {
    assertRejected(
        csv -> edit(csv, 3, row -> row + ",0".repeat(200_000)),
        file -> Messages.get("data.kaggle.lineTooLong", file, 3, "train.csv"));
    assertRejected(
        csv -> "0".repeat(200_000),
        file -> Messages.get("data.kaggle.lineTooLong", file, 1, "train.csv"));
  }

  @Test
  void rejectsAMissingFileAndAFolder() {
    assertThatThrownBy(() -> KaggleCsv.readTest(folder.resolve("none.csv")))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.missing", folder.resolve("none.csv")));
    assertThatThrownBy(() -> KaggleCsv.readTest(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.folder", folder));
  }

  @Test
  void rejectsATruncatedGzip() {
    byte[] packed = MnistFixture.gzip(TEST.getBytes(StandardCharsets.US_ASCII));
    Path file =
        MnistFixture.write(folder.resolve("t.gz"), Arrays.copyOf(packed, packed.length - 9));
    assertThatThrownBy(() -> KaggleCsv.readTest(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.gzipTruncated", file));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000, 200_000})
  void rejectsRandomBytes(int length) {
    for (int seed = 0; seed < 20; seed++) {
      byte[] bytes = new byte[length];
      new Random(seed).nextBytes(bytes);
      Path file = MnistFixture.write(folder.resolve("random.csv"), bytes);
      assertThatThrownBy(() -> KaggleCsv.readTrain(file))
          .isInstanceOf(BadInputException.class)
          .message()
          .endsWith(".")
          .hasLineCount(1)
          .matches("[\\x20-\\x7e…]*");
    }
  }

  @Test
  void rejectsEveryFileTruncatedWithinARow() {
    int secondRow = TEST.indexOf('\n', TEST.indexOf('\n') + 1) + 1;
    for (int length = 0; length < secondRow - 5; length += 97) {
      Path file = file(TEST.substring(0, length));
      assertThatThrownBy(() -> KaggleCsv.readTest(file)).isInstanceOf(BadInputException.class);
    }
  }

  private void assertWrongValueCount(int line, int count, UnaryOperator<String> change) {
    assertRejected(
        change,
        file ->
            Messages.plural("data.kaggle.wrongValueCount", count, file, line, 785, "train.csv"));
  }

  private void assertWrongColumn(
      int column, String found, String expected, UnaryOperator<String> change) {
    assertRejected(
        change,
        file -> Messages.get("data.kaggle.train.wrongColumn", file, column, found, expected));
  }

  private void assertWrongColumnCount(int count, UnaryOperator<String> change) {
    assertRejected(
        change, file -> Messages.get("data.kaggle.train.wrongColumnCount", file, count, 785));
  }

  /** Checks that a changed {@code train.csv} is rejected. */
  private void assertRejected(UnaryOperator<String> change, Function<Path, String> message) {
    Path file = file(change.apply(TRAIN));
    assertThatThrownBy(() -> KaggleCsv.readTrain(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(message.apply(file));
  }

  private static void assertSameImages(DigitImages images) {
    assertThat(images.size()).isEqualTo(DIGITS.size());
    for (int i = 0; i < images.size(); i++) {
      assertThat(images.image(i)).isEqualTo(DIGITS.image(i));
    }
  }

  /** Replaces the value in a column of a line, both counted from 1. */
  private static String withValue(String csv, int line, int column, String value) {
    return edit(
        csv,
        line,
        row -> {
          String[] values = row.split(",");
          values[column - 1] = value;
          return String.join(",", values);
        });
  }

  /** Edits a line, counted from 1. */
  private static String edit(String csv, int line, UnaryOperator<String> change) {
    String[] lines = csv.split("\n");
    lines[line - 1] = change.apply(lines[line - 1]);
    return String.join("\n", lines) + "\n";
  }

  private Path file(String text) {
    return MnistFixture.write(folder.resolve("file.csv"), text.getBytes(StandardCharsets.UTF_8));
  }
}
