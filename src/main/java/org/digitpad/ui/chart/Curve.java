package org.digitpad.ui.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.digitpad.nn.model.EpochMetrics;

/**
 * A line of the charts; the arrays are shared, not copied, and nobody writes to them.
 *
 * @param name what the legend calls it
 * @param style style classes, a space between them, that give colour and dashes
 * @param epochs places along the charts: 2.5 is half way through the third epoch
 * @param loss mean cross-entropy at these places
 * @param accuracy share read right at these places, 0 to 1
 */
public record Curve(String name, String style, double[] epochs, double[] loss, double[] accuracy) {
  /** The training images, epoch by epoch. */
  public static Curve training(String name, String style, List<EpochMetrics> history) {
    return of(name, style, history, EpochMetrics::loss, EpochMetrics::accuracy);
  }

  /** The validation images, epoch by epoch. */
  public static Curve validation(String name, String style, List<EpochMetrics> history) {
    return of(name, style, history, EpochMetrics::valLoss, EpochMetrics::valAccuracy);
  }

  /** Number of places. */
  public int size() {
    return epochs.length;
  }

  private static Curve of(
      String name,
      String style,
      List<EpochMetrics> history,
      ToDoubleFunction<EpochMetrics> loss,
      ToDoubleFunction<EpochMetrics> accuracy) {
    return new Curve(
        name,
        style,
        history.stream().mapToDouble(EpochMetrics::epoch).toArray(),
        history.stream().mapToDouble(loss).toArray(),
        history.stream().mapToDouble(accuracy).toArray());
  }
}
