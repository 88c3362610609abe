package org.digitpad.ui.common;

import java.util.Locale;
import org.digitpad.i18n.Messages;

/** The themes that the user can choose from. Preferences files store the lower-case names. */
public enum ThemeChoice {
  SYSTEM,
  LIGHT,
  DARK;

  /** The name in the menu. */
  public String label() {
    return Messages.get("ui.common.theme." + name().toLowerCase(Locale.ROOT));
  }
}
