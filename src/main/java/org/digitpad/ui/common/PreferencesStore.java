package org.digitpad.ui.common;

import java.util.function.UnaryOperator;

/**
 * Saves preferences between sessions. Both methods may be slow, never throw, and must be called on
 * the same thread.
 */
public interface PreferencesStore {
  /** Returns the saved preferences, or the defaults where there are none. */
  Preferences load();

  /** Loads the preferences, applies a change to them and saves the result. */
  void update(UnaryOperator<Preferences> update);
}
