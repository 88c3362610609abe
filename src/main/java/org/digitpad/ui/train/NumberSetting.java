package org.digitpad.ui.train;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number that people type, and what is wrong with it. */
public abstract sealed class NumberSetting permits IntegerSetting, LearningRateSetting {
  private final String name;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

  /**
   * @param name what people call it
   */
  NumberSetting(String name) {
    this.name = name;
    text.addListener((property, before, now) -> error.set(fault(now.strip())));
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

  /** What is typed, without the spaces around it. */
  final String typed() {
    return text.get().strip();
  }

  /** One sentence that says what is wrong with a text; empty if nothing is. */
  abstract String fault(String typed);
}
