package org.digitpad.ui.common;

import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The theme and whether animations run, from what the user chose and what the operating system
 * prefers.
 */
public final class Appearance {
  private final PreferencesStore preferences;
  private final Executor background;
  private SystemAppearance.Detected system = SystemAppearance.Detected.DEFAULT;
  private boolean loading;

  private final ObjectProperty<ThemeChoice> theme =
      new SimpleObjectProperty<>(this, "theme", Preferences.DEFAULT.theme());
  private final BooleanProperty reduceMotion = new SimpleBooleanProperty(this, "reduceMotion");
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
  private final ReadOnlyBooleanWrapper motionReduced =
      new ReadOnlyBooleanWrapper(this, "motionReduced");

  /**
   * @param preferences where choices are saved
   * @param background runs tasks one after the other
   */
  public Appearance(PreferencesStore preferences, Executor background) {
    this.preferences = preferences;
    this.background = background;
    theme.addListener((property, before, now) -> choiceChanged());
    reduceMotion.addListener((property, before, now) -> choiceChanged());
  }

  /** The theme that the user chose. */
  public ObjectProperty<ThemeChoice> themeProperty() {
    return theme;
  }

  /** Whether the user chose to switch animations off. */
  public BooleanProperty reduceMotionProperty() {
    return reduceMotion;
  }

  /** Whether the dark theme is in effect, by choice or because the system is dark. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Whether animations are off, by choice or because the system asks for it. */
  public ReadOnlyBooleanProperty motionReducedProperty() {
    return motionReduced.getReadOnlyProperty();
  }

  /** Switches between the light and the dark theme. */
  public void toggle() {
    theme.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  /** Applies saved preferences, without saving them again. */
  public void apply(Preferences saved) {
    loading = true;
    theme.set(saved.theme());
    reduceMotion.set(saved.reduceMotion());
    loading = false;
  }

  /** Applies what the operating system prefers. */
  public void apply(SystemAppearance.Detected detected) {
    system = detected;
    update();
  }

  private void choiceChanged() {
    update();
    if (!loading) {
      ThemeChoice newTheme = theme.get();
      boolean newReduceMotion = reduceMotion.get();
      background.execute(
          () -> preferences.update(saved -> saved.withAppearance(newTheme, newReduceMotion)));
    }
  }

  private void update() {
    dark.set(theme.get() == ThemeChoice.DARK || theme.get() == ThemeChoice.SYSTEM && system.dark());
    motionReduced.set(reduceMotion.get() || system.motionReduced());
  }
}
