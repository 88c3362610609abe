package org.digitpad.ui.common;

/**
 * What is remembered from one start to the next.
 *
 * @param theme light, dark, or as the system has it
 * @param reduceMotion whether nothing should glide
 * @param model file of the model that reads on the pad; empty for the one that comes with DigitPad
 */
public record Preferences(ThemeChoice theme, boolean reduceMotion, String model) {
  public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, false, "");

  Preferences withLook(ThemeChoice newTheme, boolean newReduceMotion) {
    return new Preferences(newTheme, newReduceMotion, model);
  }

  public Preferences withModel(String newModel) {
    return new Preferences(theme, reduceMotion, newModel);
  }
}
