package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitpad.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
      assertThat(files)
          .containsExactlyInAnyOrder(
              folder.resolve("settings.properties"), folder.resolve(".settings.lock"));
    }
  }

  @Test
  void updatesSomePreferencesAndKeepsTheOthers() {
    PreferencesFile preferences = new PreferencesFile(() -> temporary);
    preferences.update(saved -> saved.withModel("mine"));
    preferences.update(saved -> saved.withTheme(ThemeChoice.LIGHT).withReduceMotion(true));
    assertThat(preferences.load()).isEqualTo(new Preferences(ThemeChoice.LIGHT, true, "mine"));
  }

  @Test
  void keepsWhetherTheDrawingsAreShownOnceItWasChosen() {
    PreferencesFile preferences = new PreferencesFile(() -> temporary);
    preferences.update(saved -> saved.withModel("mine"));
    assertThat(preferences.load().showDrawings()).isEmpty();
    preferences.update(saved -> saved.withShowDrawings(false));
    preferences.update(saved -> saved.withTheme(ThemeChoice.DARK));
    assertThat(preferences.load().showDrawings()).contains(false);
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
  void setsADamagedFileAside() throws IOException {
    Files.writeString(temporary.resolve("settings.properties"), "model=\\u00zz\n");
    PreferencesFile preferences = new PreferencesFile(() -> temporary);
    preferences.update(saved -> saved.withTheme(ThemeChoice.DARK));
    String[] aside =
        temporary.toFile().list((folder, name) -> name.startsWith("settings.properties.damaged-"));
    assertThat(aside).hasSize(1);
    assertThat(temporary.resolve(aside[0])).content().contains("zz");
    assertThat(preferences.note())
        .isEqualTo(Messages.get("ui.common.preferences.damaged", temporary.resolve(aside[0])));
    assertThat(new PreferencesFile(() -> temporary).note()).isEmpty();
    assertThat(new PreferencesFile(() -> temporary).load().theme()).isEqualTo(ThemeChoice.DARK);
  }

  @Test
  void doesNotReadAHugeFile() throws IOException {
    Path file = temporary.resolve("settings.properties");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(400L << 20);
    }
    assertThat(new PreferencesFile(() -> temporary).load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void doesNotWaitForAPipe() throws Exception {
    Path pipe = temporary.resolve("settings.properties");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    PreferencesFile preferences = new PreferencesFile(() -> temporary);
    assertThat(preferences.load()).isEqualTo(Preferences.DEFAULT);
    assertThatThrownBy(() -> preferences.update(saved -> saved.withModel("mine")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void windowsDoNotUndoEachOthersChoices() throws Exception {
    Thread[] windows = new Thread[4];
    for (int i = 0; i < windows.length; i++) {
      boolean theme = i % 2 == 0;
      PreferencesFile preferences = new PreferencesFile(() -> temporary);
      windows[i] =
          new Thread(
              () -> {
                for (int change = 0; change < 25; change++) {
                  preferences.update(
                      saved -> theme ? saved.withTheme(ThemeChoice.DARK) : saved.withModel("mine"));
                }
              });
      windows[i].start();
    }
    for (Thread window : windows) {
      window.join();
    }
    assertThat(new PreferencesFile(() -> temporary).load())
        .isEqualTo(new Preferences(ThemeChoice.DARK, false, "mine"));
  }

  @Test
  void survivesAFolderThatCannotBeCreated() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    PreferencesFile preferences = new PreferencesFile(() -> file.resolve("under-a-file"));
    assertThatThrownBy(() -> preferences.update(saved -> saved.withModel("mine")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContainingAll(file.toString(), "DIGITPAD_HOME");
    assertThat(preferences.load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void survivesAFolderThatCannotBeFound() {
    PreferencesFile preferences =
        new PreferencesFile(
            () -> {
              throw new IllegalStateException("no home, on purpose");
            });
    assertThat(preferences.load()).isEqualTo(Preferences.DEFAULT);
  }
}
