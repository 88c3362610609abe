package org.digitpad.ui.common;

import java.util.Optional;

/**
 * What the user has chosen, saved between sessions.
 *
 * @param theme light, dark, or as the system
 * @param reduceMotion whether animations are off
 * @param model name of the bundled model, or file of the model, that the pad uses for the first
 *     person; empty for the default one
 * @param window where the window was when it closed
 * @param showDrawings whether the strip of recent drawings is shown; empty for where there is room
 * @param showInside whether the panel with what the network does is shown
 * @param profile the person in use; empty for the first one
 * @param practiceRest how long the pen rests in a practice round; empty if nothing was chosen
 */
public record Preferences(
    ThemeChoice theme,
    boolean reduceMotion,
    String model,
    Optional<WindowPlacement> window,
    Optional<Boolean> showDrawings,
    boolean showInside,
    String profile,
    String practiceRest) {
  public static final Preferences DEFAULT = new Preferences(ThemeChoice.SYSTEM, false, "");

  /** Preferences without a place of the window. */
  public Preferences(ThemeChoice theme, boolean reduceMotion, String model) {
    this(theme, reduceMotion, model, Optional.empty(), Optional.empty(), false, "", "");
  }

  Preferences withTheme(ThemeChoice newTheme) {
    return new Preferences(
        newTheme, reduceMotion, model, window, showDrawings, showInside, profile, practiceRest);
  }

  Preferences withReduceMotion(boolean newReduceMotion) {
    return new Preferences(
        theme, newReduceMotion, model, window, showDrawings, showInside, profile, practiceRest);
  }

  public Preferences withModel(String newModel) {
    return new Preferences(
        theme, reduceMotion, newModel, window, showDrawings, showInside, profile, practiceRest);
  }

  public Preferences withWindow(WindowPlacement newWindow) {
    return new Preferences(
        theme,
        reduceMotion,
        model,
        Optional.of(newWindow),
        showDrawings,
        showInside,
        profile,
        practiceRest);
  }

  public Preferences withShowDrawings(boolean show) {
    return new Preferences(
        theme, reduceMotion, model, window, Optional.of(show), showInside, profile, practiceRest);
  }

  public Preferences withShowInside(boolean show) {
    return new Preferences(
        theme, reduceMotion, model, window, showDrawings, show, profile, practiceRest);
  }

  public Preferences withProfile(String newProfile) {
    return new Preferences(
        theme, reduceMotion, model, window, showDrawings, showInside, newProfile, practiceRest);
  }

  public Preferences withPracticeRest(String newRest) {
    return new Preferences(
        theme, reduceMotion, model, window, showDrawings, showInside, profile, newRest);
  }
}
