package org.digitpad.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Dresses scenes as the appearance has it: AtlantaFX's Primer below, our stylesheet above. */
public final class ThemeManager {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private final Appearance appearance;

  public ThemeManager(Appearance appearance) {
    this.appearance = appearance;
    appearance.darkProperty().addListener((property, before, now) -> applyBase());
  }

  /** Sets the base theme; to be called before the first control is made, which loads another. */
  public void applyBase() {
    Application.setUserAgentStylesheet(
        appearance.darkProperty().get()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Keeps a scene in step with the appearance. */
  public void dress(Scene scene, String stylesheet) {
    scene.getStylesheets().add(stylesheet);
    scene.getRoot().pseudoClassStateChanged(DARK, appearance.darkProperty().get());
    appearance
        .darkProperty()
        .addListener((property, before, now) -> scene.getRoot().pseudoClassStateChanged(DARK, now));
  }
}
