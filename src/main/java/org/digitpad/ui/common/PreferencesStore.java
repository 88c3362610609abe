package org.digitpad.ui.common;

import java.util.function.UnaryOperator;

/**
 * Remembers preferences. Both methods may be slow, neither ever throws, and both are to be called
 * on one and the same thread.
 */
public interface PreferencesStore {
  Preferences load();

  /** Changes some of the preferences and leaves the others as they are. */
  void change(UnaryOperator<Preferences> change);
}
