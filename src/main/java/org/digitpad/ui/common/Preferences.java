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
 * @param showInside whether the panel with what the network does is shown
 */
public record Preferences(
    ThemeChoice theme,
    boolean reduceMotion,
    String model,
    Optional<WindowPlacement> window,
    Optional<Boolean> showDrawings,
    boolean showInside) {
  public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, false, "");

  /** Preferences without a place of the window. */
  public Preferences(ThemeChoice theme, boolean reduceMotion, String model) {
    this(theme, reduceMotion, model, Optional.empty(), Optional.empty(), false);
  }

  Preferences withTheme(ThemeChoice newTheme) {
    return new Preferences(newTheme, reduceMotion, model, window, showDrawings, showInside);
  }

  Preferences withReduceMotion(boolean newReduceMotion) {
    return new Preferences(theme, newReduceMotion, model, window, showDrawings, showInside);
  }

  public Preferences withModel(String newModel) {
    return new Preferences(theme, reduceMotion, newModel, window, showDrawings, showInside);
  }

  public Preferences withWindow(WindowPlacement newWindow) {
    return new Preferences(
        theme, reduceMotion, model, Optional.of(newWindow), showDrawings, showInside);
  }

  public Preferences withShowDrawings(boolean show) {
    return new Preferences(theme, reduceMotion, model, window, Optional.of(show), showInside);
  }

  public Preferences withShowInside(boolean show) {
    return new Preferences(theme, reduceMotion, model, window, showDrawings, show);
  }
}
