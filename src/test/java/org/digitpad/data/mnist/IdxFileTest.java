package org.digitpad.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.digitpad.data.mnist.MnistFixture.gzip;
import static org.digitpad.data.mnist.MnistFixture.idx;
import static org.digitpad.data.mnist.MnistFixture.imageFile;
import static org.digitpad.data.mnist.MnistFixture.labelFile;
import static org.digitpad.data.mnist.MnistFixture.labels;
import static org.digitpad.data.mnist.MnistFixture.pixels;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  @TempDir Path folder;

  @Test
  void readsImagesPlainAndGzippedWhateverTheName() {
    byte[] pixels = pixels(3, 7);
    assertThat(IdxFile.readImages(file("plain.gz", imageFile(pixels)))).isEqualTo(pixels);
    assertThat(IdxFile.readImages(file("packed", gzip(imageFile(pixels))))).isEqualTo(pixels);
  }

  @Test
  void readsLabelsPlainAndGzipped() {
    assertThat(IdxFile.readLabels(file("plain", labelFile(labels(25))))).isEqualTo(labels(25));
    assertThat(IdxFile.readLabels(file("x.gz", gzip(labelFile(labels(25)))))).isEqualTo(labels(25));
  }

  @Test
  void readsMoreThanTheInitialBuffer() {
    byte[] pixels = pixels(3000, 3);
    assertThat(IdxFile.readImages(file("big", imageFile(pixels)))).isEqualTo(pixels);
    assertThat(IdxFile.readImages(file("big.gz", gzip(imageFile(pixels))))).isEqualTo(pixels);
  }

  @Test
  void rejectsAMissingFile() {
    assertRejected(folder.resolve("none"), "does not exist");
  }

  @Test
  void rejectsAFolder() {
    assertRejected(folder, "is a folder");
  }

  @Test
  void rejectsAnUnreadableFile() throws IOException {
    Path file = file("secret", imageFile(pixels(1, 1)));
    assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file));
    assertRejected(file, "permission denied");
  }

  @Test
  void rejectsAnEmptyFileAndATruncatedHeader() {
    assertRejected(
        file("empty", new byte[0]), "cut short: its header needs 16 bytes, but it has 0");
    byte[] truncated = Arrays.copyOf(imageFile(pixels(1, 1)), 10);
    assertRejected(
        file("truncated", truncated), "cut short: its header needs 16 bytes, but it has 10");
  }

  @Test
  void reportsTheSizeOfATruncatedPlainFile() {
    byte[] complete = imageFile(pixels(2, 1));
    assertRejected(
        file("cut", Arrays.copyOf(complete, complete.length - 5)),
        "cut short: its header announces 1,568 bytes of data, but it has 1,563");
  }

  @Test
  void reportsTheSizeOfATruncatedGzip() {
    byte[] complete = gzip(imageFile(pixels(200, 1)));
    assertRejected(
        file("cut.gz", Arrays.copyOf(complete, complete.length / 2)),
        "cut short: its header announces 156,800 bytes of data, but it has (?!0;)[\\d,]+;");
  }

  @Test
  void rejectsAGzipWithoutItsTrailer() {
    byte[] complete = gzip(imageFile(pixels(2, 1)));
    assertRejected(file("cut.gz", Arrays.copyOf(complete, complete.length - 3)), "is cut short");
  }

  @Test
  void rejectsTrailingBytes() {
    byte[] complete = imageFile(pixels(2, 1));
    byte[] longer = Arrays.copyOf(complete, complete.length + 1);
    assertRejected(file("long", longer), "too long: bytes follow the 1,568");
    assertRejected(file("long.gz", gzip(longer)), "too long: bytes follow the 1,568");
  }

  @Test
  void rejectsBytesAfterTheGzip() {
    byte[] complete = gzip(imageFile(pixels(2, 1)));
    for (int extra : new int[] {1, 9, 100}) {
      assertRejected(
          file("tail.gz", Arrays.copyOf(complete, complete.length + extra)),
          "its gzip data are corrupt");
    }
  }

  @Test
  void rejectsAWrongChecksum() {
    byte[] packed = gzip(imageFile(pixels(2, 1)));
    packed[packed.length - 8] ^= 1;
    assertRejected(file("crc.gz", packed), "its gzip data are corrupt");
  }

  @Test
  void distinguishesLabelsFromImages() {
    Path labels = file("labels", labelFile(labels(50)));
    assertRejected(labels, "not an IDX file of images: it starts with 0x00000801 \\(labels\\)");
    Path images = file("images", imageFile(pixels(1, 1)));
    assertThatThrownBy(() -> IdxFile.readLabels(images))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("not an IDX file of labels: it starts with 0x00000803 (images)");
  }

  @Test
  void rejectsAnotherKindOfFile() {
    byte[] text = "column1,column2,column3".getBytes(StandardCharsets.UTF_8);
    assertRejected(file("a.csv", text), "starts with 0x636f6c75, not with 0x00000803");
  }

  @Test
  void detectsAWebPage() {
    for (String page : new String[] {"<!DOCTYPE html>", "\n  <html>", "\ufeff<html>", "<a>"}) {
      Path file = file("page.gz", page.getBytes(StandardCharsets.UTF_8));
      assertRejected(file, "is a web page");
    }
  }

  @Test
  void rejectsOtherImageSizes() {
    assertRejected(file("side", idx(new byte[32 * 32], 0x803, 1, 32, 32)), "32×32 pixels");
    assertRejected(file("turned", idx(new byte[784], 0x803, 1, 784, 1)), "784×1 pixels");
  }

  @Test
  void rejectsAWrongCount() {
    assertRejected(file("absurd", idx(new byte[9], 0x803, -1, 28, 28)), "announces 4,294,967,295");
    assertRejected(file("many", idx(new byte[9], 0x803, 250_001, 28, 28)), "announces 250,001");
    assertRejected(file("most", idx(new byte[9], 0x803, 250_000, 28, 28)), "but it has 9;");
    assertRejected(file("zero", idx(new byte[0], 0x803, 0, 28, 28)), "holds no images");
  }

  @Test
  void rejectsGzippedDataThatExpandBeyondMeasure() {
    Path bomb =
        file(
            "zeros",
            MnistFixture.gzip(
                idx(new byte[0], 0x803, 250_000, 28, 28), new byte[784 * 1_000], 250));
    assertThat(bomb.toFile().length()).isLessThan(250_000);
    assertThatThrownBy(() -> IdxFile.readImages(bomb))
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("io.input.gzipBomb", bomb, 30));
  }

  @Test
  void rejectsALabelAboveNine() {
    for (int label : new int[] {10, 200}) {
      Path file = file("labels", labelFile(new byte[] {1, 9, (byte) label}));
      assertThatThrownBy(() -> IdxFile.readLabels(file))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining(file + " has the label " + label + " at index 2");
    }
  }

  private Path file(String name, byte[] bytes) {
    return MnistFixture.write(folder.resolve(name), bytes);
  }

  private static void assertRejected(Path images, String pattern) {
    assertThatThrownBy(() -> IdxFile.readImages(images))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(images.toString())
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("\n")
        .message()
        .containsPattern(pattern);
  }
}
