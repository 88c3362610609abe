package org.digitpad.ui.common;

/**
 * What the user has chosen, saved between sessions.
 *
 * @param theme light, dark, or as the system
 * @param reduceMotion whether animations are off
 * @param model file of the model that the pad uses; empty for the bundled model
 */
public record Preferences(ThemeChoice theme, boolean reduceMotion, String model) {
  public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, false, "");

  Preferences withTheme(ThemeChoice newTheme) {
    return new Preferences(newTheme, reduceMotion, model);
  }

  Preferences withReduceMotion(boolean newReduceMotion) {
    return new Preferences(theme, newReduceMotion, model);
  }

  public Preferences withModel(String newModel) {
    return new Preferences(theme, reduceMotion, newModel);
  }
}
