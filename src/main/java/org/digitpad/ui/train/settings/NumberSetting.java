package org.digitpad.ui.train.settings;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number as typed into a field, validated on every change. */
public abstract sealed class NumberSetting permits IntegerSetting, LearningRateSetting {
  private final String id;
  private final String name;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

  /**
   * @param id node id of its field
   * @param name label of its field
   */
  NumberSetting(String id, String name) {
    this.id = id;
    this.name = name;
    text.addListener((property, before, now) -> error.set(validate(now.strip())));
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  public StringProperty textProperty() {
    return text;
  }

  /** One sentence that says why the text is invalid; empty if it is valid. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** The text without the spaces around it. */
  final String strippedText() {
    return text.get().strip();
  }

  /** Returns one sentence that says why a text is invalid; empty if it is valid. */
  abstract String validate(String text);
}
