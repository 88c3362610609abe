package org.digitpad.ui.practice;

import org.digitpad.i18n.Messages;

/** How long the pen rests until a round goes on by itself. */
public enum Rest {
  SHORT(0.6),
  NORMAL(1),
  LONG(2),
  /** The round waits for Next. */
  ENDLESS(0);

  private final double seconds;

  Rest(double seconds) {
    this.seconds = seconds;
  }

  /** The wait in seconds; 0 if the round does not go on by itself. */
  double seconds() {
    return seconds;
  }

  /** Name for people. */
  String label() {
    return switch (this) {
      case SHORT -> Messages.get("ui.practice.rest.short");
      case NORMAL -> Messages.get("ui.practice.rest.normal");
      case LONG -> Messages.get("ui.practice.rest.long");
      case ENDLESS -> Messages.get("ui.practice.rest.endless");
    };
  }

  /** Returns the one of this name, as {@link #name} tells it, or the normal one. */
  public static Rest of(String name) {
    for (Rest rest : values()) {
      if (rest.name().equals(name)) {
        return rest;
      }
    }
    return NORMAL;
  }
}
