package org.digitpad.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Growth of a process: figures that are measured again and again in the same state, and the trend
 * of each. The trend is the median of the slopes between all pairs of measurements (H. Theil 1950,
 * P. K. Sen 1968), which a few outliers do not change.
 */
public final class Growth {
  private final List<Double> minutes = new ArrayList<>();
  private final Map<ProcessFigures, List<Double>> series = new EnumMap<>(ProcessFigures.class);

  /** Adds a measurement. */
  public void add(double minute, Map<ProcessFigures, Double> figures) {
    minutes.add(minute);
    figures.forEach(
        (figure, value) -> series.computeIfAbsent(figure, each -> new ArrayList<>()).add(value));
  }

  /**
   * Returns by how much a figure has grown from the first measurement to the last by its trend; 0
   * for a figure that was not measured.
   */
  public double of(ProcessFigures figure) {
    List<Double> values = series.getOrDefault(figure, List.of());
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < i; j++) {
        slopes.add((values.get(i) - values.get(j)) / (minutes.get(i) - minutes.get(j)));
      }
    }
    if (slopes.isEmpty()) {
      return 0;
    }
    Collections.sort(slopes);
    return slopes.get(slopes.size() / 2) * (minutes.get(minutes.size() - 1) - minutes.get(0));
  }

  /** Returns the figures that have grown by more than their limits, each with its measurements. */
  public List<String> above(Map<ProcessFigures, Double> limits) {
    return limits.entrySet().stream()
        .filter(limit -> of(limit.getKey()) > limit.getValue())
        .map(limit -> describe(limit.getKey()) + ", which is above " + limit.getValue())
        .toList();
  }

  /** Describes the growth and the measurements of a figure. */
  public String describe(ProcessFigures figure) {
    List<Double> values = series.getOrDefault(figure, List.of());
    return values.isEmpty()
        ? figure + ": not measured"
        : String.format(Locale.ROOT, "%s: %+.1f in %s", figure, of(figure), shorten(values));
  }

  private static String shorten(List<Double> values) {
    return values.stream()
        .map(value -> String.format(Locale.ROOT, "%.0f", value))
        .toList()
        .toString();
  }
}
