package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AppearanceTest {
  private final List<Preferences> saved = new ArrayList<>();
  private final Appearance appearance =
      new Appearance(
          new PreferencesStore() {
            @Override
            public Preferences load() {
              return Preferences.DEFAULT;
            }

            @Override
            public void update(UnaryOperator<Preferences> update) {
              saved.add(update.apply(new Preferences(ThemeChoice.DARK, false, "mine")));
            }
          },
          Runnable::run);

  @Test
  void followsTheSystemUntilTheUserChooses() {
    appearance.apply(new SystemAppearance.Detected(true, true));
    assertThat(appearance.darkProperty().get()).isTrue();
    assertThat(appearance.motionReducedProperty().get()).isTrue();

    appearance.themeProperty().set(ThemeChoice.LIGHT);

    assertThat(appearance.darkProperty().get()).isFalse();
    assertThat(saved).containsExactly(new Preferences(ThemeChoice.LIGHT, false, "mine"));
  }

  @Test
  void toggleAlwaysChangesTheTheme() {
    appearance.toggle();
    assertThat(appearance.darkProperty().get()).isTrue();
    appearance.toggle();
    assertThat(appearance.darkProperty().get()).isFalse();
  }

  @Test
  void appliesSavedPreferencesWithoutSavingThemAgain() {
    appearance.apply(new Preferences(ThemeChoice.DARK, true, ""));

    assertThat(appearance.darkProperty().get()).isTrue();
    assertThat(appearance.motionReducedProperty().get()).isTrue();
    assertThat(saved).isEmpty();
  }
}
