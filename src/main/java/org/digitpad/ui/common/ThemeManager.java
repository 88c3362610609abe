package org.digitpad.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Applies AtlantaFX's Primer theme, light or dark, and the application's stylesheet on top. */
public final class ThemeManager {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final Appearance appearance;

  public ThemeManager(Appearance appearance) {
    this.appearance = appearance;
    appearance.darkProperty().addListener((property, before, now) -> applyBase());
  }

  /**
   * Sets the user agent stylesheet. To be called before the first control is created, which would
   * load JavaFX's default one.
   */
  public void applyBase() {
    Application.setUserAgentStylesheet(
        appearance.darkProperty().get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Adds a stylesheet to a scene, and keeps its pseudo-class {@code dark} up to date. */
  public void applyTo(Scene scene, String stylesheet) {
    scene.getStylesheets().add(stylesheet);
    scene.getRoot().pseudoClassStateChanged(DARK, appearance.darkProperty().get());
    appearance
        .darkProperty()
        .addListener((property, before, now) -> scene.getRoot().pseudoClassStateChanged(DARK, now));
  }
}
