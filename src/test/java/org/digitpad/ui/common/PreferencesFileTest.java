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
  void createsTheFolder() throws IOException {
    Path folder = temporary.resolve("a/b");
    Preferences dark = new Preferences(ThemeChoice.DARK, true, "/models/zwölf 12.safetensors");
    new PreferencesFile(() -> folder).update(saved -> dark);
    assertThat(new PreferencesFile(() -> folder).load()).isEqualTo(dark);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("settings.properties"));
    }
  }

  @Test
  void updatesSomePreferencesAndKeepsTheOthers() {
    PreferencesFile preferences = new PreferencesFile(() -> temporary);
    preferences.update(saved -> saved.withModel("mine"));
    preferences.update(saved -> saved.withAppearance(ThemeChoice.LIGHT, true));
    assertThat(preferences.load()).isEqualTo(new Preferences(ThemeChoice.LIGHT, true, "mine"));
  }

  @Test
  void returnsTheDefaultsWithoutAFile() {
    assertThat(new PreferencesFile(() -> temporary).load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void returnsTheDefaultsForAnInvalidFile() throws IOException {
    Path file = temporary.resolve("settings.properties");
    Files.writeString(file, "theme=\\u00zz\n");
    assertThat(new PreferencesFile(() -> temporary).load()).isEqualTo(Preferences.DEFAULT);
    Files.writeString(file, "theme=plaid\nreduceMotion=perhaps\n");
    assertThat(new PreferencesFile(() -> temporary).load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void survivesAFolderThatCannotBeCreated() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    PreferencesFile preferences = new PreferencesFile(() -> file.resolve("under-a-file"));
    preferences.update(saved -> new Preferences(ThemeChoice.DARK, true, ""));
    assertThat(preferences.load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void survivesAFolderThatCannotBeFound() {
    PreferencesFile preferences =
        new PreferencesFile(
            () -> {
              throw new IllegalStateException("no home, on purpose");
            });
    preferences.update(saved -> saved);
    assertThat(preferences.load()).isEqualTo(Preferences.DEFAULT);
  }
}
