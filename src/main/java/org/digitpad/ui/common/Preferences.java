package org.digitpad.ui.common;

import java.util.Optional;

/**
 * What the user has chosen, saved between sessions.
 *
 * @param theme light, dark, or as the system
 * @param reduceMotion whether animations are off
 * @param model name of the bundled model, or file of the model, that the pad uses; empty for the
 *     default one
 * @param window where the window was when it closed
 */
public record Preferences(
    ThemeChoice theme, boolean reduceMotion, String model, Optional<WindowPlacement> window) {
  public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, false, "");

  /** Preferences without a place of the window. */
  public Preferences(ThemeChoice theme, boolean reduceMotion, String model) {
    this(theme, reduceMotion, model, Optional.empty());
  }

  Preferences withTheme(ThemeChoice newTheme) {
    return new Preferences(newTheme, reduceMotion, model, window);
  }

  Preferences withReduceMotion(boolean newReduceMotion) {
    return new Preferences(theme, newReduceMotion, model, window);
  }

  public Preferences withModel(String newModel) {
    return new Preferences(theme, reduceMotion, newModel, window);
  }

  public Preferences withWindow(WindowPlacement newWindow) {
    return new Preferences(theme, reduceMotion, model, Optional.of(newWindow));
  }
}
