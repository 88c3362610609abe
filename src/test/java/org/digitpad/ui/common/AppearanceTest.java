package org.digitpad.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppearanceTest {
  private final List<Preferences> saved = new ArrayList<>();
  private final Appearance appearance =
      new Appearance(
          change -> saved.add(change.apply(new Preferences(ThemeChoice.DARK, false, "mine"))));

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

  /** Another window may have changed the others meanwhile. */
  @Test
  void savesOnlyWhatWasChanged() {
    appearance.reduceMotionProperty().set(true);
    assertThat(saved).containsExactly(new Preferences(ThemeChoice.DARK, true, "mine"));
  }

  @Test
  void appliesSavedPreferencesWithoutSavingThemAgain() {
    appearance.apply(new Preferences(ThemeChoice.DARK, true, ""));

    assertThat(appearance.darkProperty().get()).isTrue();
    assertThat(appearance.motionReducedProperty().get()).isTrue();
    assertThat(saved).isEmpty();
  }
}
