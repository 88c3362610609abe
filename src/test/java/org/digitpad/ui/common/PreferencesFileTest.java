package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
  @TempDir private Path temporary;

  @Test
  void remembersInAFolderThatItMakes() throws IOException {
    Path folder = temporary.resolve("a/b");
    Preferences dark = new Preferences(ThemeChoice.DARK, true, "/models/zwölf 12.safetensors");
    new PreferencesFile(() -> folder).change(kept -> dark);
    assertThat(new PreferencesFile(() -> folder).load()).isEqualTo(dark);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("settings.properties"));
    }
  }

  @Test
  void changesWhatIsAskedAndLeavesTheRest() {
    PreferencesFile settings = new PreferencesFile(() -> temporary);
    settings.change(kept -> kept.withModel("mine"));
    settings.change(kept -> kept.withLook(ThemeChoice.LIGHT, true));
    assertThat(settings.load()).isEqualTo(new Preferences(ThemeChoice.LIGHT, true, "mine"));
  }

  @Test
  void startsWithTheDefaults() {
    assertThat(new PreferencesFile(() -> temporary).load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void takesAFileItCannotUnderstandForNone() throws IOException {
    Path file = temporary.resolve("settings.properties");
    Files.writeString(file, "theme=\\u00zz\n");
    assertThat(new PreferencesFile(() -> temporary).load()).isEqualTo(Preferences.DEFAULT);
    Files.writeString(file, "theme=plaid\nreduceMotion=perhaps\n");
    assertThat(new PreferencesFile(() -> temporary).load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void givesUpOnAFolderThatCannotBe() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    PreferencesFile settings = new PreferencesFile(() -> file.resolve("under-a-file"));
    settings.change(kept -> new Preferences(ThemeChoice.DARK, true, ""));
    assertThat(settings.load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void givesUpOnAFolderThatCannotBeFound() {
    PreferencesFile settings =
        new PreferencesFile(
            () -> {
              throw new IllegalStateException("no home, on purpose");
            });
    settings.change(kept -> kept);
    assertThat(settings.load()).isEqualTo(Preferences.DEFAULT);
  }
}
