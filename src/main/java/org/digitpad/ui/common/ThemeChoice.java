package org.digitpad.ui.common;

/** What people can ask of the theme. */
public enum ThemeChoice {
  SYSTEM("As the system"),
  LIGHT("Light"),
  DARK("Dark");

  private final String label;

  ThemeChoice(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
