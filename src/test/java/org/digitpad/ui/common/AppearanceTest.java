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
            public void change(UnaryOperator<Preferences> change) {
              saved.add(change.apply(new Preferences(ThemeChoice.DARK, false, "mine")));
            }
          },
          Runnable::run);

  @Test
  void followsTheSystemUntilSomebodyChooses() {
    appearance.adopt(new SystemAppearance.Look(true, true));
    assertThat(appearance.darkProperty().get()).isTrue();
    assertThat(appearance.stillProperty().get()).isTrue();

    appearance.themeProperty().set(ThemeChoice.LIGHT);

    assertThat(appearance.darkProperty().get()).isFalse();
    assertThat(saved).containsExactly(new Preferences(ThemeChoice.LIGHT, false, "mine"));
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
    appearance.adopt(new Preferences(ThemeChoice.DARK, true, ""));

    assertThat(appearance.darkProperty().get()).isTrue();
    assertThat(appearance.stillProperty().get()).isTrue();
    assertThat(saved).isEmpty();
  }
}
