package org.digitpad.ui;

import java.util.function.Supplier;
import org.digitpad.recognize.DigitReader;
import org.digitpad.ui.common.Preferences;
import org.digitpad.ui.common.Settings;
import org.digitpad.ui.common.SystemLook;
import org.digitpad.ui.common.ThemeChoice;
import org.digitpad.ui.pad.DraftStore;

/** Parts that touch neither files nor the system. */
final class TestParts {
  private TestParts() {}

  static AppParts of(Supplier<DigitReader> reader, DraftStore drafts) {
    return new AppParts(
        reader,
        drafts,
        new FixedSettings(),
        () -> SystemLook.Look.DEFAULT,
        new AppInfo("1.2.3", "Conv-GRU · 28,506 parameters", () -> "/somewhere/DigitPad"));
  }

  private static final class FixedSettings implements Settings {
    @Override
    public Preferences load() {
      return new Preferences(ThemeChoice.LIGHT, true);
    }

    @Override
    public void save(Preferences preferences) {}
  }
}
