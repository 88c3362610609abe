package org.digitpad.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.digitpad.data.mnist.MnistFixture.imageFile;
import static org.digitpad.data.mnist.MnistFixture.labelFile;
import static org.digitpad.data.mnist.MnistFixture.labels;
import static org.digitpad.data.mnist.MnistFixture.pixels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.mnist.MnistStatus.FileStatus;
import org.digitpad.data.source.DataSource;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.digitpad.io.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MnistFolderTest {
  @TempDir Path folder;

  @Test
  void loadsTrainingAndTestSet() {
    MnistFolder mnist = new MnistFolder(MnistFixture.writeFolder(folder, 30, 12));
    assertEqual(mnist.train(), MnistFixture.digits(30, 1));
    assertEqual(mnist.test(), MnistFixture.digits(12, 2));
  }

  @Test
  void loadsUnpackedFilesUnderBothSpellings() {
    write("train-images-idx3-ubyte", imageFile(pixels(4, 1)));
    write("train-labels.idx1-ubyte", labelFile(labels(4)));
    assertEqual(new MnistFolder(folder).train(), MnistFixture.digits(4, 1));
  }

  @Test
  void prefersTheGzippedFile() {
    MnistFixture.writeFolder(folder, 30, 12);
    write("t10k-images-idx3-ubyte", new byte[0]);
    assertThat(new MnistFolder(folder).test().size()).isEqualTo(12);
  }

  @Test
  void ignoresAFolderNamedLikeAFile() throws IOException {
    write("train-images.idx3-ubyte", imageFile(pixels(4, 1)));
    write("train-labels.idx1-ubyte", labelFile(labels(4)));
    Files.createDirectory(folder.resolve("train-images-idx3-ubyte"));
    assertThat(new MnistFolder(folder).train().size()).isEqualTo(4);
  }

  @Test
  void namesTheMissingFile() throws IOException {
    MnistFixture.writeFolder(folder, 30, 12);
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));
    assertThatThrownBy(() -> new MnistFolder(folder).test())
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            Messages.get("data.mnist.missingForLoading", "t10k-labels-idx1-ubyte.gz", folder));
  }

  @Test
  void rejectsAMissingFolder() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> new MnistFolder(none).train())
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("data.mnist.notAFolder", none));
  }

  @Test
  void rejectsCountsThatDoNotMatch() {
    MnistFixture.writeFolder(folder, 30, 12);
    write("train-labels-idx1-ubyte.gz", labelFile(labels(29)));
    assertThatThrownBy(() -> new MnistFolder(folder).train())
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            Messages.get(
                "data.mnist.countMismatch",
                folder.resolve("train-images-idx3-ubyte.gz"),
                30,
                folder.resolve("train-labels-idx1-ubyte.gz"),
                29));
  }

  @Test
  void statusDistinguishesASmallDatasetFromTheOriginal() throws IOException {
    MnistFixture.writeFolder(folder, 30, 12);
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));
    write("t10k-images-idx3-ubyte.gz", new byte[3]);

    MnistStatus status = new MnistFolder(folder).status();

    assertThat(status.isComplete()).isFalse();
    assertThat(status.files()).noneMatch(FileStatus::isOriginal);
    assertThat(status.files())
        .extracting(FileStatus::name)
        .containsExactlyElementsOf(MnistFile.originals().stream().map(ExpectedFile::name).toList());
    assertThat(status.files())
        .extracting(FileStatus::present)
        .containsExactly(true, true, true, false);
    assertThat(status.files().get(0).bytes())
        .isEqualTo(Files.size(folder.resolve("train-images-idx3-ubyte.gz")));
    assertThat(status.files().get(0).problem()).contains("30 images", "not the original");
    assertThat(status.files().get(2).problem()).contains("cut short");
    assertThat(status.files().get(3).bytes()).isZero();
  }

  @Test
  void statusDistinguishesOtherContentOfTheSameSize() {
    write("t10k-images-idx3-ubyte", imageFile(new byte[10_000 * 784]));
    write("t10k-labels-idx1-ubyte", labelFile(new byte[10_000]));
    write("train-labels-idx1-ubyte.gz", MnistFixture.gzip(labelFile(new byte[60_000])));

    MnistStatus status = new MnistFolder(folder).status();

    assertThat(status.files()).noneMatch(FileStatus::isOriginal);
    assertThat(status.files().get(1).problem()).contains("60,000 labels", "not the original");
    assertThat(status.files().get(2).problem()).contains("10,000 images", "not the original");
    assertThat(status.files().get(3).problem()).contains("10,000 labels", "not the original");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = DataSource.FOLDER_VARIABLE, matches = ".+")
  void statusAcceptsTheOriginalsUnpackedOrCompressedAgain() throws IOException {
    Path originals = Path.of(System.getenv(DataSource.FOLDER_VARIABLE));
    for (MnistFile file : MnistFile.values()) {
      Path compressed = originals.resolve(file.original().name());
      assertThat(file.original().matches(compressed)).isTrue();
      try (InputStream in = InputFile.open(compressed)) {
        byte[] content = in.readAllBytes();
        if (file.holdsImages()) {
          write(file.unpacked().name(), content);
        } else {
          write(file.original().name(), MnistFixture.gzip(content));
          assertThat(file.original().matches(folder.resolve(file.original().name()))).isFalse();
        }
      }
    }
    assertThat(new MnistFolder(folder).status().isComplete()).isTrue();
  }

  @Test
  void statusOfAMissingFolderHasNoFiles() {
    MnistStatus status = new MnistFolder(folder.resolve("none")).status();
    assertThat(status.files()).hasSize(4).noneMatch(FileStatus::present);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void tellsAClosedFolderFromAMissingFile() throws IOException {
    MnistFixture.writeFolder(folder, 2, 2);
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    Files.setPosixFilePermissions(folder, Set.of(PosixFilePermission.OWNER_READ));
    try {
      Path images = folder.resolve("train-images-idx3-ubyte.gz");
      assumeThat(Files.exists(images)).as("an administrator may read everything").isFalse();
      assertThatThrownBy(() -> new MnistFolder(folder).train())
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining(Messages.get("io.reason.permissionDenied"));
      assertThat(new MnistFolder(folder).status().files().get(0).problem())
          .isEqualTo(Messages.get("io.input.permissionDenied", images));
      assertThatThrownBy(
              () ->
                  DataSource.resolve(
                      folder.resolve("inner").toString(), Map.of(), new DataFolders(folder)))
          .hasMessage(Messages.get("io.input.permissionDenied", folder.resolve("inner")));
    } finally {
      Files.setPosixFilePermissions(folder, permissions);
    }
  }

  @Test
  void returnsTheHashOfEachFile() {
    MnistFixture.writeFolder(folder, 2, 2);
    write("t10k-labels-idx1-ubyte.gz", "abc".getBytes(StandardCharsets.UTF_8));
    assertThat(new MnistFolder(folder).sha256())
        .hasSize(4)
        .containsEntry(
            "t10k-labels-idx1-ubyte.gz",
            // FIPS 180-2, appendix B.1
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = DataSource.FOLDER_VARIABLE, matches = ".+")
  void loadsTheOriginals() {
    MnistFolder mnist = new MnistFolder(Path.of(System.getenv(DataSource.FOLDER_VARIABLE)));
    assertThat(mnist.status().isComplete()).isTrue();
    assertThat(histogram(mnist.train()))
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(histogram(mnist.test()))
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
  }

  private static int[] histogram(LabeledImages images) {
    int[] histogram = new int[10];
    for (int i = 0; i < images.size(); i++) {
      histogram[images.label(i)]++;
    }
    return histogram;
  }

  private static void assertEqual(LabeledImages found, LabeledImages expected) {
    assertThat(found.size()).isEqualTo(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.label(i)).isEqualTo(expected.label(i));
      assertThat(found.image(i)).isEqualTo(expected.image(i));
    }
  }

  private void write(String name, byte[] bytes) {
    MnistFixture.write(folder.resolve(name), bytes);
  }
}
