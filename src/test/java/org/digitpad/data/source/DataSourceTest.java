package org.digitpad.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.digitpad.data.mnist.MnistFixture;
import org.digitpad.io.BadInputException;
import org.digitpad.io.DataFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourceTest {
  @TempDir Path folder;

  @Test
  void theOptionComesBeforeTheEnvironment() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThat(resolve(other.toString(), folder.toString()))
        .isEqualTo(new DataSource.Folder(other));
  }

  @Test
  void theEnvironmentComesBeforeTheOwnFolder() {
    assertThat(resolve(null, folder.toString())).isEqualTo(new DataSource.Folder(folder));
  }

  @Test
  void theOwnFolderIsLeftOverAndNotMade() {
    Path own = folder.resolve("home/mnist");
    assertThat(resolve(null, " ")).isEqualTo(new DataSource.OwnFolder(own));
    assertThat(own).doesNotExist();
  }

  @Test
  void builtinMeansTheOwnDigitsUnlessItIsSaidToBeAFolder() throws IOException {
    assertThat(resolve("builtin", folder.toString())).isEqualTo(new DataSource.Builtin());
    Path builtin = Files.createDirectory(folder.resolve("builtin"));
    assertThat(resolve(builtin.toString(), "")).isEqualTo(new DataSource.Folder(builtin));
  }

  @Test
  void aFileIsKaggles() {
    Path file = MnistFixture.write(folder.resolve("train.csv"), new byte[1]);
    assertThat(resolve(file.toString(), "")).isEqualTo(new DataSource.KaggleFile(file));
  }

  @Test
  void refusesWhatIsNoFolder() {
    Path file = MnistFixture.write(folder.resolve("file.csv"), new byte[1]);
    assertRefused(
        null, file.toString(), "DIGITPAD_MNIST_DIR names " + file + ", which is no folder");
    assertRefused(folder + "/none", "", "--data names " + folder.resolve("none"));
    assertRefused(" ", "", "--data is empty");
    assertRefused("a\0b", "", "--data is no valid path");
    assertRefused(null, folder + "/none", "DIGITPAD_MNIST_DIR names " + folder.resolve("none"));
  }

  @Test
  void onlyAFolderForNewFilesMayBeMissing() {
    Path file = MnistFixture.write(folder.resolve("file.csv"), new byte[1]);
    Path none = folder.resolve("none");
    assertThat(resolveNew(none.toString(), "")).isEqualTo(new DataSource.Folder(none));
    assertThat(resolveNew(null, none.toString())).isEqualTo(new DataSource.Folder(none));
    assertThat(resolveNew(null, ""))
        .isEqualTo(new DataSource.OwnFolder(folder.resolve("home/mnist")));
    assertThat(none).doesNotExist();
    for (String option : new String[] {"", " ", "a\0b", file.toString()}) {
      assertThatThrownBy(() -> resolveNew(option, "")).isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void theHomeVariableMovesTheFolders() {
    DataFolders folders =
        DataFolders.ofUser(Map.of(DataFolders.HOME_VARIABLE, folder.resolve("new").toString()));
    assertThat(folders.mnist()).isEqualTo(folder.resolve("new/mnist"));
    assertThat(folders.models()).isEqualTo(folder.resolve("new/models"));
    assertThat(folders.state()).isEqualTo(folder.resolve("new/state"));
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void withoutTheHomeVariableTheSystemDecides() {
    Path root = DataFolders.ofUser(Map.of(DataFolders.HOME_VARIABLE, "")).root();
    assertThat(root).isAbsolute();
    assertThat(root.toString()).containsIgnoringCase("digitpad");
  }

  private DataSource resolve(String option, String variable) {
    return DataSource.resolve(
        option,
        Map.of(DataSource.FOLDER_VARIABLE, variable),
        new DataFolders(folder.resolve("home")));
  }

  private DataSource resolveNew(String option, String variable) {
    return DataSource.resolveDownloadTarget(
        option,
        Map.of(DataSource.FOLDER_VARIABLE, variable),
        new DataFolders(folder.resolve("home")));
  }

  private void assertRefused(String option, String variable, String message) {
    assertThatThrownBy(() -> resolve(option, variable))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith(".");
  }
}
