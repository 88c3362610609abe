package org.digitpad.ui.common;

import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Light or dark, lively or still: what people chose, what the system wants, and what follows. */
public final class Appearance {
  private final PreferencesStore settings;
  private final Executor background;
  private SystemAppearance.Look system = SystemAppearance.Look.DEFAULT;
  private boolean adopting;

  private final ObjectProperty<ThemeChoice> theme =
      new SimpleObjectProperty<>(this, "theme", Preferences.DEFAULT.theme());
  private final BooleanProperty reduceMotion = new SimpleBooleanProperty(this, "reduceMotion");
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
  private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper(this, "still");

  /**
   * @param settings remembers the choices
   * @param background runs tasks one after the other
   */
  public Appearance(PreferencesStore settings, Executor background) {
    this.settings = settings;
    this.background = background;
    theme.addListener((property, before, now) -> chosen());
    reduceMotion.addListener((property, before, now) -> chosen());
  }

  /** What people chose. */
  public ObjectProperty<ThemeChoice> themeProperty() {
    return theme;
  }

  /** Whether people chose that nothing should glide. */
  public BooleanProperty reduceMotionProperty() {
    return reduceMotion;
  }

  /** Whether the window is to be dark. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Whether nothing may glide. */
  public ReadOnlyBooleanProperty stillProperty() {
    return still.getReadOnlyProperty();
  }

  /** Turns light to dark and dark to light. */
  public void toggle() {
    theme.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  /** Takes over what was remembered. */
  public void adopt(Preferences preferences) {
    adopting = true;
    theme.set(preferences.theme());
    reduceMotion.set(preferences.reduceMotion());
    adopting = false;
  }

  /** Takes over what the system wants. */
  public void adopt(SystemAppearance.Look look) {
    system = look;
    follow();
  }

  private void chosen() {
    follow();
    if (!adopting) {
      ThemeChoice newTheme = theme.get();
      boolean newReduceMotion = reduceMotion.get();
      background.execute(() -> settings.change(kept -> kept.withLook(newTheme, newReduceMotion)));
    }
  }

  private void follow() {
    dark.set(theme.get() == ThemeChoice.DARK || theme.get() == ThemeChoice.SYSTEM && system.dark());
    still.set(reduceMotion.get() || system.still());
  }
}
