package org.digitpad.ui.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.digitpad.nn.model.EpochMetrics;

/**
 * A curve of the charts. The arrays have the same length; they are shared, not copied, and must not
 * be written to.
 *
 * @param name name for the legend
 * @param style style classes, separated by spaces, that give color and dashes
 * @param epochs positions in epochs: 2.5 is halfway through the third
 * @param loss mean cross-entropy at these positions
 * @param accuracy share of correct predictions at these positions, 0 to 1
 */
public record Curve(String name, String style, double[] epochs, double[] loss, double[] accuracy) {
  /** Returns the metrics on the training images, a point per epoch. */
  public static Curve training(String name, String style, List<EpochMetrics> history) {
    return of(name, style, history, EpochMetrics::loss, EpochMetrics::accuracy);
  }

  /** Returns the metrics on the validation images, a point per epoch. */
  public static Curve validation(String name, String style, List<EpochMetrics> history) {
    return of(name, style, history, EpochMetrics::valLoss, EpochMetrics::valAccuracy);
  }

  /** The same curve in another style. */
  public Curve withStyle(String other) {
    return new Curve(name, other, epochs, loss, accuracy);
  }

  /** The number of points. */
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
