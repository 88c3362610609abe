package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.digitpad.io.faults.Durability;
import org.digitpad.io.faults.Durability.Session;
import org.junit.jupiter.api.Test;

/** What is left of the preferences after crashes and failures. */
class PreferencesDurabilityTest {
  /** A window whose model is named after the version. */
  private static class Window implements Session {
    private final PreferencesFile file;

    Window(Path folder) {
      file = new PreferencesFile(() -> folder);
    }

    @Override
    public void write(int version) throws IOException {
      file.update(preferences -> new Preferences(ThemeChoice.DARK, true, "model" + version));
    }

    @Override
    public int read() {
      Preferences found = file.load();
      if (found.equals(Preferences.DEFAULT)) {
        return 0;
      }
      int version = Integer.parseInt(found.model().substring("model".length()));
      assertThat(found).isEqualTo(new Preferences(ThemeChoice.DARK, true, "model" + version));
      return version;
    }
  }

  @Test
  void aCrashLeavesTheOldPreferencesOrTheNewOnes() {
    assertThat(Durability.afterCrashes(Durability.SEEDS, Window::new)).isEmpty();
  }

  @Test
  void aFailureIsToldAndLeavesTheOldPreferences() {
    assertThat(Durability.afterRefusals(Window::new, Exception::getMessage)).isEmpty();
  }

  @Test
  void preferencesWrittenInPlaceAreFound() {
    Function<Path, Session> broken =
        folder ->
            new Window(folder) {
              @Override
              public void write(int version) throws IOException {
                Files.createDirectories(folder);
                Files.writeString(
                    folder.resolve("settings.properties"),
                    "theme=dark\nreduceMotion=true\nmodel=model" + version + "\n");
              }
            };
    assertThat(Durability.afterCrashes(200, broken)).isNotEmpty();
    assertThat(Durability.afterRefusals(broken, Exception::getMessage)).isNotEmpty();
  }
}
