package org.digitpad.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.PreferencesStore;
import org.digitpad.ui.common.WindowPlacement;
import org.junit.jupiter.api.Test;

class WindowPlacementTest extends WindowTest {
  private final List<Preferences> saved = new ArrayList<>();

  @Test
  void theWindowOpensWhereItWasClosed() {
    WindowPlacement before = new WindowPlacement(30, 40, 950, 650, false);
    open(new TestDependencies().preferences(store(Preferences.DEFAULT.withWindow(before))));
    assertThat(stage.getWidth()).isEqualTo(950);
    assertThat(stage.getHeight()).isEqualTo(650);

    window.run(() -> stage.setWidth(1000));
    window.run(stage::close);
    window.await("the preferences", () -> !saved.isEmpty());

    WindowPlacement after = saved.get(0).window().orElseThrow();
    assertThat(after.width()).isEqualTo(1000);
    assertThat(after.height()).isEqualTo(650);
  }

  private PreferencesStore store(Preferences loaded) {
    return new PreferencesStore() {
      @Override
      public Preferences load() {
        return loaded;
      }

      @Override
      public void update(UnaryOperator<Preferences> update) {
        saved.add(update.apply(loaded));
      }
    };
  }
}
