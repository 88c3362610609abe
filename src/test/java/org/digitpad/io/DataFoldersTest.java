package org.digitpad.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFoldersTest {
  @TempDir Path folder;

  @Test
  void theHomeVariableOverridesTheRoot() {
    DataFolders folders =
        DataFolders.ofUser(Map.of(DataFolders.HOME_VARIABLE, folder.resolve("new").toString()));
    assertThat(folders.mnist()).isEqualTo(folder.resolve("new/mnist"));
    assertThat(folders.models()).isEqualTo(folder.resolve("new/models"));
    assertThat(folders.state()).isEqualTo(folder.resolve("new/state"));
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void withoutTheHomeVariableTheRootIsTheSystems() {
    Path root = DataFolders.ofUser(Map.of(DataFolders.HOME_VARIABLE, "")).root();
    assertThat(root).isAbsolute();
    assertThat(root.toString()).containsIgnoringCase("digitpad");
  }
}
