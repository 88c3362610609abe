package org.digitpad.ui.common;

import java.util.function.UnaryOperator;

/** Saves preferences between sessions. Both methods may be slow. */
public interface PreferencesStore {
  /** Returns the saved preferences, or the defaults where there are none. */
  Preferences load();

  /** A sentence for the user if the saved preferences were damaged; empty otherwise. */
  default String note() {
    return "";
  }

  /**
   * Loads the preferences, applies a change to them and saves the result.
   *
   * @throws java.io.UncheckedIOException if they cannot be saved, with a sentence for the user
   */
  void update(UnaryOperator<Preferences> update);
}
