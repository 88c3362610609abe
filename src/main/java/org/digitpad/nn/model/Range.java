package org.digitpad.nn.model;

import java.util.Map;
import java.util.Optional;

/** Checks the range of numbers from files. Each method returns name and value if out of range. */
final class Range {
  private Range() {}

  /** The first of the values that are out of range. */
  @SafeVarargs
  static Optional<Map.Entry<String, String>> first(Optional<Map.Entry<String, String>>... found) {
    for (Optional<Map.Entry<String, String>> value : found) {
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** A count, a time or a loss. */
  static Optional<Map.Entry<String, String>> notNegative(String name, double value) {
    return unless(value >= 0 && value < Double.POSITIVE_INFINITY, name, value);
  }

  /** A count or a time with a maximum. */
  static Optional<Map.Entry<String, String>> atMost(double maximum, String name, double value) {
    return unless(value >= 0 && value <= maximum, name, value);
  }

  /** A share from 0 to 1. */
  static Optional<Map.Entry<String, String>> share(String name, double value) {
    return unless(value >= 0 && value <= 1, name, value);
  }

  /** A text that is not too long. */
  static Optional<Map.Entry<String, String>> text(String name, String value, int maxLength) {
    return value.length() <= maxLength ? Optional.empty() : Optional.of(Map.entry(name, value));
  }

  static Optional<Map.Entry<String, String>> unless(boolean valid, String name, double value) {
    return valid ? Optional.empty() : Optional.of(Map.entry(name, Double.toString(value)));
  }
}
