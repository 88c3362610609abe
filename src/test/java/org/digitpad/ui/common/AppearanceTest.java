package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppearanceTest {
  private final List<Preferences> saved = new ArrayList<>();
  private final Appearance appearance =
      new Appearance(
          new Settings() {
            @Override
            public Preferences load() {
              return Preferences.DEFAULT;
            }

            @Override
            public void save(Preferences preferences) {
              saved.add(preferences);
            }
          },
          Runnable::run);

  @Test
  void followsTheSystemUntilSomebodyChooses() {
    appearance.adopt(new SystemLook.Look(true, true));
    assertThat(appearance.darkProperty().get()).isTrue();
    assertThat(appearance.stillProperty().get()).isTrue();

    appearance.themeProperty().set(ThemeChoice.LIGHT);

    assertThat(appearance.darkProperty().get()).isFalse();
    assertThat(saved).containsExactly(new Preferences(ThemeChoice.LIGHT, false));
  }

  @Test
  void togglingAlwaysChangesWhatIsSeen() {
    appearance.toggle();
    assertThat(appearance.darkProperty().get()).isTrue();
    appearance.toggle();
    assertThat(appearance.darkProperty().get()).isFalse();
  }

  @Test
  void adoptsWhatWasRememberedWithoutSavingItAgain() {
    appearance.adopt(new Preferences(ThemeChoice.DARK, true));

    assertThat(appearance.darkProperty().get()).isTrue();
    assertThat(appearance.stillProperty().get()).isTrue();
    assertThat(saved).isEmpty();
  }
}
