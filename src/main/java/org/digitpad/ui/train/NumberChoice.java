package org.digitpad.ui.train;

import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A whole number that people type, and what is wrong with it. */
public final class NumberChoice {
  private final String name;
  private final long least;
  private final long most;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

  /**
   * A number.
   *
   * @param name what people call it
   * @param least the smallest that is allowed
   * @param most the largest
   * @param usual what stands there at first
   */
  NumberChoice(String name, long least, long most, long usual) {
    this.name = name;
    this.least = least;
    this.most = most;
    text.addListener((property, before, now) -> error.set(fault(now)));
    set(usual);
  }

  public String name() {
    return name;
  }

  public StringProperty textProperty() {
    return text;
  }

  /** One sentence that says what is wrong; empty if nothing is. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /**
   * The number.
   *
   * @throws NumberFormatException if there is an error
   */
  long value() {
    return Long.parseLong(text.get().strip());
  }

  void set(long value) {
    text.set(String.valueOf(value));
  }

  private String fault(String typed) {
    try {
      long value = Long.parseLong(typed.strip());
      if (value >= least && value <= most) {
        return "";
      }
    } catch (NumberFormatException none) {
      // told below, in the same words
    }
    return least == Long.MIN_VALUE
        ? "Give a whole number."
        : String.format(Locale.ROOT, "Give a whole number from %,d to %,d.", least, most);
  }
}
