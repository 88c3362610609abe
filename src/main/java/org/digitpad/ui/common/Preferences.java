package org.digitpad.ui.common;

/**
 * What is remembered from one start to the next.
 *
 * @param theme light, dark, or as the system has it
 * @param reduceMotion whether nothing should glide
 */
public record Preferences(ThemeChoice theme, boolean reduceMotion) {
  public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, false);
}
