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
 * @param showDrawings whether the strip of recent drawings is shown; empty for where there is room
 */
public record Preferences(
    ThemeChoice theme,
    boolean reduceMotion,
    String model,
    Optional<WindowPlacement> window,
    Optional<Boolean> showDrawings) {
  public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, false, "");

  /** Preferences without a place of the window. */
  public Preferences(ThemeChoice theme, boolean reduceMotion, String model) {
    this(theme, reduceMotion, model, Optional.empty(), Optional.empty());
  }

  Preferences withTheme(ThemeChoice newTheme) {
    return new Preferences(newTheme, reduceMotion, model, window, showDrawings);
  }

  Preferences withReduceMotion(boolean newReduceMotion) {
    return new Preferences(theme, newReduceMotion, model, window, showDrawings);
  }

  public Preferences withModel(String newModel) {
    return new Preferences(theme, reduceMotion, newModel, window, showDrawings);
  }

  public Preferences withWindow(WindowPlacement newWindow) {
    return new Preferences(theme, reduceMotion, model, Optional.of(newWindow), showDrawings);
  }

  public Preferences withShowDrawings(boolean show) {
    return new Preferences(theme, reduceMotion, model, window, Optional.of(show));
  }
}
