package org.digitpad.ui.common;

/** Remembers preferences. Both methods may be slow; neither ever throws. */
public interface Settings {
  Preferences load();

  void save(Preferences preferences);
}
