package org.digitpad.ui.common;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
  private final Consumer<UnaryOperator<Preferences>> save;
  private SystemAppearance.Detected system = SystemAppearance.Detected.DEFAULT;
  private boolean loading;

  private final ObjectProperty<ThemeChoice> theme =
      new SimpleObjectProperty<>(this, "theme", Preferences.DEFAULT.theme());
  private final BooleanProperty reduceMotion = new SimpleBooleanProperty(this, "reduceMotion");
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
  private final ReadOnlyBooleanWrapper motionReduced =
      new ReadOnlyBooleanWrapper(this, "motionReduced");

  /**
   * @param save saves a change of the preferences; must return at once
   */
  public Appearance(Consumer<UnaryOperator<Preferences>> save) {
    this.save = save;
    theme.addListener((property, before, now) -> choiceChanged(saved -> saved.withTheme(now)));
    reduceMotion.addListener(
        (property, before, now) -> choiceChanged(saved -> saved.withReduceMotion(now)));
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

  private void choiceChanged(UnaryOperator<Preferences> change) {
    update();
    if (!loading) {
      save.accept(change);
    }
  }

  private void update() {
    dark.set(theme.get() == ThemeChoice.DARK || theme.get() == ThemeChoice.SYSTEM && system.dark());
    motionReduced.set(reduceMotion.get() || system.motionReduced());
  }
}
