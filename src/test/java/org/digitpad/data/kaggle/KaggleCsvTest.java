package org.digitpad.data.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistFixture;
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
  void readsMoreRowsThanItMadeRoomForAtFirst() {
    LabeledImages many = MnistFixture.digits(2_500, 2);
    assertThat(KaggleCsv.readTrain(file(KaggleFixture.trainCsv(many))).sha256())
        .isEqualTo(many.sha256());
  }

  @Test
  void readsWhatOtherProgramsMakeOfTheFile() throws IOException {
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
        "4 | 3 | 12.5 | column 3 (pixel1) is \"12.5\", not a whole number from 0 to 255",
        "2 | 785 | x | column 785 (pixel783) is \"x\", not a whole number from 0 to 255",
        "13 | 2 | 256 | column 2 (pixel0) is \"256\", not a whole number from 0 to 255",
        "3 | 9 | -1 | column 9 (pixel7) is \"-1\", not a whole number from 0 to 255",
        "3 | 9 | `` | column 9 (pixel7) is \"\", not a whole number from 0 to 255",
        "3 | 9 | ` 7` | column 9 (pixel7) is \" 7\", not a whole number from 0 to 255",
        "3 | 9 | 2e1 | column 9 (pixel7) is \"2e1\", not a whole number from 0 to 255",
        "3 | 9 | 4294967296 | column 9 (pixel7) is \"4294967296\", not a whole number from 0 to 255",
        "3 | 9 | aä€b | column 9 (pixel7) is \"a??b\", not a whole number from 0 to 255",
        "5 | 1 | 10 | column 1 (label) is \"10\", not a whole number from 0 to 9",
        "5 | 1 | seven | column 1 (label) is \"seven\", not a whole number from 0 to 9",
        "5 | 1 | `` | column 1 (label) is \"\", not a whole number from 0 to 9",
      })
  void saysWhichValueIsWrong(int line, int column, String value, String complaint) {
    Path file = file(withValue(TRAIN, line, column, value));

    assertThatThrownBy(() -> KaggleCsv.readTrain(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage("%s, line %d: %s; correct it.", file, line, complaint);
  }

  @Test
  void showsOnlyTheBeginningOfALongValue() {
    Path file = file(withValue(TRAIN, 2, 3, "7".repeat(50)));
    assertThatThrownBy(() -> KaggleCsv.readTrain(file))
        .hasMessageContaining("is \"" + "7".repeat(20) + "…\",");
  }

  @Test
  void countsTheBlankLinesThatItPassesOver() {
    Path file = file(withValue(TRAIN, 2, 1, "\n\r\n\n99"));
    assertThatThrownBy(() -> KaggleCsv.readTrain(file)).hasMessageContaining(", line 5: column 1 ");
  }

  @Test
  void refusesShortAndLongRows() {
    refusedTrain(
        "%s, line 3: 784 values where 785 are expected; give Kaggle's train.csv as it is.",
        csv -> edit(csv, 3, row -> row.substring(0, row.lastIndexOf(','))));
    refusedTrain(
        "%s, line 3: 786 values where 785 are expected; give Kaggle's train.csv as it is.",
        csv -> edit(csv, 3, row -> row + ",0"));
    refusedTrain(
        "%s, line 3: 786 values where 785 are expected; give Kaggle's train.csv as it is.",
        csv -> edit(csv, 3, row -> row + ","));
    refusedTrain(
        "%s, line 13: 1 values where 785 are expected; give Kaggle's train.csv as it is.",
        csv -> edit(csv, 13, row -> "5"));
    Path test = file(edit(TEST, 2, row -> row + ",0"));
    assertThatThrownBy(() -> KaggleCsv.readTest(test))
        .hasMessage(
            "%s, line 2: 785 values where 784 are expected; give Kaggle's test.csv as it is.",
            test);
  }

  @Test
  void refusesOtherHeaders() {
    String remedy = "; give Kaggle's train.csv, or a folder with the four MNIST files.";
    refusedTrain(
        "%s, line 1: column 3 is \"pixel01\", not \"pixel1\"" + remedy,
        csv -> csv.replaceFirst("pixel1,", "pixel01,"));
    refusedTrain(
        "%s, line 1: column 1 is \"Label\", not \"label\"" + remedy,
        csv -> csv.replaceFirst("label", "Label"));
    refusedTrain(
        "%s, line 1: 784 columns, not 785" + remedy, csv -> csv.replaceFirst(",pixel783", ""));
    refusedTrain(
        "%s, line 1: 786 columns, not 785" + remedy,
        csv -> csv.replaceFirst(",pixel783", ",pixel783,pixel784"));
    refusedTrain(
        "%s, line 1: column 1 is \"0\", not \"label\"" + remedy,
        csv -> csv.substring(csv.indexOf('\n') + 1));
    refusedTrain(
        "%s, line 1: column 1 is \"<!DOCTYPE html>\", not \"label\"" + remedy,
        csv -> "<!DOCTYPE html>\n<p>Sign in");
  }

  @Test
  void tellsTheTwoFilesApart() {
    refusedTrain(
        "%s has no labels; give Kaggle's train.csv, or a folder with the four MNIST files.",
        csv -> TEST);
    Path train = file(TRAIN);
    assertThatThrownBy(() -> KaggleCsv.readTest(train))
        .hasMessage("%s already has labels; give Kaggle's test.csv.", train);
  }

  @Test
  void refusesFilesWithoutDigits() {
    refusedTrain(
        "%s is empty; give Kaggle's train.csv, or a folder with the four MNIST files.", csv -> "");
    refusedTrain(
        "%s, line 2: no digit follows the header; give all of Kaggle's train.csv.",
        csv -> csv.substring(0, csv.indexOf('\n') + 1));
  }

  @Test
  void refusesTheArchiveThatKaggleSends() {
    refusedTrain("%s is a zip archive; unpack it first.", csv -> "PK\3\4\24\0\0\n" + csv);
  }

  @Test
  void refusesLinesWithoutEnd() {
    refusedTrain(
        "%s, line 3: the line is too long for a digit; give Kaggle's train.csv as it is.",
        csv -> edit(csv, 3, row -> row + ",0".repeat(200_000)));
    refusedTrain(
        "%s, line 1: the line is too long for a digit; give Kaggle's train.csv as it is.",
        csv -> "0".repeat(200_000));
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThatThrownBy(() -> KaggleCsv.readTest(folder.resolve("none.csv")))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("none.csv does not exist; check the path.");
    assertThatThrownBy(() -> KaggleCsv.readTest(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is a folder where a file is expected");
  }

  @Test
  void refusesGzipThatBreaksOff() {
    byte[] packed = MnistFixture.gzip(TEST.getBytes(StandardCharsets.US_ASCII));
    Path file =
        MnistFixture.write(folder.resolve("t.gz"), Arrays.copyOf(packed, packed.length - 9));
    assertThatThrownBy(() -> KaggleCsv.readTest(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is cut short");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000, 200_000})
  void refusesRandomBytes(int length) {
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
  void refusesEveryFileThatIsCutWithinARow() {
    int secondRow = TEST.indexOf('\n', TEST.indexOf('\n') + 1) + 1;
    for (int length = 0; length < secondRow - 5; length += 97) {
      Path file = file(TEST.substring(0, length));
      assertThatThrownBy(() -> KaggleCsv.readTest(file)).isInstanceOf(BadInputException.class);
    }
  }

  private void refusedTrain(String message, UnaryOperator<String> change) {
    Path file = file(change.apply(TRAIN));
    assertThatThrownBy(() -> KaggleCsv.readTrain(file))
        .isInstanceOf(BadInputException.class)
        .hasMessage(message, file);
  }

  private static void assertSameImages(DigitImages images) {
    assertThat(images.size()).isEqualTo(DIGITS.size());
    for (int i = 0; i < images.size(); i++) {
      assertThat(images.image(i)).isEqualTo(DIGITS.image(i));
    }
  }

  /** Puts another value into a column of a line, both counted from 1. */
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

  /** Changes a line, counted from 1. */
  private static String edit(String csv, int line, UnaryOperator<String> change) {
    String[] lines = csv.split("\n");
    lines[line - 1] = change.apply(lines[line - 1]);
    return String.join("\n", lines) + "\n";
  }

  private Path file(String text) {
    return MnistFixture.write(folder.resolve("file.csv"), text.getBytes(StandardCharsets.UTF_8));
  }
}
