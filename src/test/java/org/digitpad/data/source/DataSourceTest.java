package org.digitpad.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.i18n.Messages;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourceTest {
  @TempDir Path folder;

  @Test
  void theOptionOverridesTheEnvironment() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThat(resolve(other.toString(), folder.toString()))
        .isEqualTo(new DataSource.Folder(other));
  }

  @Test
  void theEnvironmentOverridesTheOwnFolder() {
    assertThat(resolve(null, folder.toString())).isEqualTo(new DataSource.Folder(folder));
  }

  @Test
  void theOwnFolderIsTheDefaultAndNotCreated() {
    Path own = folder.resolve("home/mnist");
    assertThat(resolve(null, " ")).isEqualTo(new DataSource.OwnFolder(own));
    assertThat(own).doesNotExist();
  }

  @Test
  void builtinMeansTheBuiltinDigitsUnlessGivenAsAPath() throws IOException {
    assertThat(resolve("builtin", folder.toString())).isEqualTo(new DataSource.Builtin());
    Path builtin = Files.createDirectory(folder.resolve("builtin"));
    assertThat(resolve(builtin.toString(), "")).isEqualTo(new DataSource.Folder(builtin));
  }

  @Test
  void aFileIsTakenToBeKaggles() {
    Path file = MnistFixture.write(folder.resolve("train.csv"), new byte[1]);
    assertThat(resolve(file.toString(), "")).isEqualTo(new DataSource.KaggleFile(file));
  }

  @Test
  void rejectsAnythingButAFolder() {
    Path file = MnistFixture.write(folder.resolve("file.csv"), new byte[1]);
    Path none = folder.resolve("none");
    assertRejected(
        null,
        file.toString(),
        Messages.get("data.source.notAFolder", DataSource.FOLDER_VARIABLE, file));
    assertRejected(none.toString(), "", Messages.get("data.source.missing", "--data", none));
    assertRejected(" ", "", Messages.get("data.source.empty", "--data"));
    assertRejected(
        null,
        none.toString(),
        Messages.get("data.source.missing", DataSource.FOLDER_VARIABLE, none));
    assertThatThrownBy(() -> resolve("a\0b", ""))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("--data ");
  }

  @Test
  void onlyADownloadTargetMayBeMissing() {
    Path file = MnistFixture.write(folder.resolve("file.csv"), new byte[1]);
    Path none = folder.resolve("none");
    assertThat(resolveDownloadTarget(none.toString(), "")).isEqualTo(new DataSource.Folder(none));
    assertThat(resolveDownloadTarget(null, none.toString())).isEqualTo(new DataSource.Folder(none));
    assertThat(resolveDownloadTarget(null, ""))
        .isEqualTo(new DataSource.OwnFolder(folder.resolve("home/mnist")));
    assertThat(none).doesNotExist();
    for (String option : new String[] {"", " ", "a\0b", file.toString()}) {
      assertThatThrownBy(() -> resolveDownloadTarget(option, ""))
          .isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void onlyTheOwnFolderIsDownloadable() {
    assertThat(new DataSource.OwnFolder(folder).isDownloadable()).isTrue();
    assertThat(new DataSource.Folder(folder).isDownloadable()).isFalse();
    assertThat(new DataSource.KaggleFile(folder).isDownloadable()).isFalse();
    assertThat(new DataSource.Builtin().isDownloadable()).isFalse();
  }

  @Test
  void onlyMnistIsInAFolder() {
    DataSource kaggle = new DataSource.KaggleFile(folder.resolve("train.csv"));
    assertThat(new DataSource.Folder(folder).folder()).isEqualTo(folder);
    assertThat(new DataSource.OwnFolder(folder).folder()).isEqualTo(folder);
    assertThatThrownBy(kaggle::folder)
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("data.source.fileInsteadOfFolder", folder.resolve("train.csv")));
    assertThatThrownBy(() -> new DataSource.Builtin().folder())
        .isInstanceOf(BadInputException.class)
        .hasMessage(Messages.get("data.source.builtinHasNoFolder"));
  }

  @Test
  void theOptionRepeatsAllButMnist() {
    Path file = folder.resolve("train.csv");
    assertThat(new DataSource.Builtin().option()).hasValue("builtin");
    assertThat(new DataSource.KaggleFile(file).option()).hasValue(file.toString());
    assertThat(new DataSource.Folder(folder).option()).isEmpty();
    assertThat(new DataSource.OwnFolder(folder).option()).isEmpty();
  }

  @Test
  void onlyAFileIsAnInputFile() {
    Path file = folder.resolve("train.csv");
    assertThat(new DataSource.KaggleFile(file).inputFiles()).containsExactly(file);
    assertThat(new DataSource.Builtin().inputFiles()).isEmpty();
    assertThat(new DataSource.Folder(folder).inputFiles())
        .hasSize(16)
        .contains(
            folder.resolve("t10k-labels-idx1-ubyte.gz"), folder.resolve("train-images.idx3-ubyte"));
  }

  private DataSource resolve(String option, String variable) {
    return DataSource.resolve(
        option,
        Map.of(DataSource.FOLDER_VARIABLE, variable),
        new DataFolders(folder.resolve("home")));
  }

  private DataSource resolveDownloadTarget(String option, String variable) {
    return DataSource.resolveDownloadTarget(
        option,
        Map.of(DataSource.FOLDER_VARIABLE, variable),
        new DataFolders(folder.resolve("home")));
  }

  private void assertRejected(String option, String variable, String message) {
    assertThatThrownBy(() -> resolve(option, variable))
        .isInstanceOf(BadInputException.class)
        .hasMessage(message);
  }
}
