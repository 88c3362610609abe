package org.digitpad.ui.common;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a window was, in screen coordinates.
 *
 * @param x left edge
 * @param y top edge
 * @param maximized whether it filled the screen; the other values are those from before
 */
public record WindowPlacement(double x, double y, double width, double height, boolean maximized) {
  private static final String SEPARATOR = " ";

  /** Parses what {@link #toText} returned; empty for anything else. */
  static Optional<WindowPlacement> parse(String text) {
    String[] parts = text.split(SEPARATOR);
    if (parts.length != 5) {
      return Optional.empty();
    }
    try {
      double[] values = Arrays.stream(parts).limit(4).mapToDouble(Double::parseDouble).toArray();
      boolean possible = Arrays.stream(values).allMatch(value -> Math.abs(value) < 1e6);
      return possible && values[2] >= 1 && values[3] >= 1
          ? Optional.of(
              new WindowPlacement(
                  values[0], values[1], values[2], values[3], Boolean.parseBoolean(parts[4])))
          : Optional.empty();
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  String toText() {
    return Stream.of(x, y, width, height, maximized)
        .map(String::valueOf)
        .collect(Collectors.joining(SEPARATOR));
  }
}
