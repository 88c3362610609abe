package org.digitpad.ui.inside;

import org.digitpad.i18n.Messages;

/** The views of the panel, of which one is shown. */
public enum Section {
  STEPS("ui.inside.steps."),
  STATES("ui.inside.states."),
  MAPS("ui.inside.maps."),
  MATTERED("ui.inside.mattered."),
  CHANGE("ui.inside.change."),
  INPUT("ui.inside.input.");

  private final String keys;

  Section(String keys) {
    this.keys = keys;
  }

  /** Name on its button. */
  String title() {
    return Messages.get(keys + "name");
  }

  /** What it shows. */
  String tooltip() {
    return Messages.get(keys + "tooltip");
  }

  /** Whether what is chosen in it changes the ten probabilities, or they tell what to choose. */
  boolean hasBars() {
    return this != CHANGE && this != INPUT;
  }

  /** Why it shows nothing although there is a digit. */
  String none() {
    return Messages.get(keys + "none");
  }
}
