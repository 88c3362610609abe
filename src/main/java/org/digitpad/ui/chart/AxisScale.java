package org.digitpad.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.digitpad.i18n.Numbers;

/**
 * The value axis of a chart: its range and its ticks. The range follows the values that matter now,
 * so that the last percents of accuracy do not end up in a line along the edge.
 *
 * @param min value at the bottom
 * @param max value at the top
 * @param log whether the axis is logarithmic
 * @param ticks values with a grid line and a label, in ascending order
 * @param percent whether values are shares, labeled as percentages
 */
record AxisScale(double min, double max, boolean log, List<Double> ticks, boolean percent) {
  private static final double MIN_LOG_LOSS = 1e-4;
  private static final double[] LOSS_MAXIMA = {0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5};
  private static final double[] ACCURACY_MINIMA = {0.98, 0.95, 0.9, 0.8, 0.5};
  private static final double[] ACCURACY_STEPS = {0.005, 0.01, 0.02, 0.05, 0.1};

  /** Returns the scale for the loss of some curves. */
  static AxisScale loss(List<Curve> curves, boolean log) {
    return log ? logLoss(curves) : linearLoss(curves);
  }

  /** Returns the scale for the accuracy of some curves; it ends at 100%. */
  static AxisScale accuracy(List<Curve> curves) {
    double min = curves.isEmpty() ? 0.9 : 1;
    for (Curve curve : curves) {
      for (int i = firstRelevant(curve); i < curve.size(); i++) {
        min = Math.min(min, finite(curve.accuracy()[i], min));
      }
    }
    for (int i = 0; i < ACCURACY_MINIMA.length; i++) {
      if (min >= ACCURACY_MINIMA[i]) {
        return linear(ACCURACY_MINIMA[i], 1, ACCURACY_STEPS[i], true);
      }
    }
    return linear(0, 1, 0.2, true);
  }

  private static AxisScale linearLoss(List<Curve> curves) {
    double highest = curves.isEmpty() ? 0.25 : 0;
    for (Curve curve : curves) {
      for (int i = firstRelevant(curve); i < curve.size(); i++) {
        highest = Math.max(highest, finite(curve.loss()[i], highest));
      }
    }
    for (double max : LOSS_MAXIMA) {
      if (highest <= max) {
        return linear(0, max, max / 5, false);
      }
    }
    double max = 5 * Math.ceil(highest / 5);
    return linear(0, max, max / 5, false);
  }

  /** Of training curves only the last point counts; their steep start may leave the chart. */
  private static int firstRelevant(Curve curve) {
    boolean training =
        curve.style().contains("curve-batches") || curve.style().contains("curve-training");
    return training ? Math.max(0, curve.size() - 1) : 0;
  }

  private static AxisScale logLoss(List<Curve> curves) {
    double lowest = 0.1;
    double highest = 1;
    for (Curve curve : curves) {
      for (double loss : curve.loss()) {
        lowest = Math.min(lowest, Math.max(MIN_LOG_LOSS, finite(loss, lowest)));
        highest = Math.max(highest, finite(loss, highest));
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(Math.log10(lowest));
        ticks.isEmpty() || last(ticks) < highest;
        decade++) {
      for (int digit : new int[] {1, 2, 5}) {
        if (ticks.isEmpty() || last(ticks) < highest) {
          ticks.add(digit * Math.pow(10, decade));
        }
      }
    }
    while (ticks.get(1) <= lowest) {
      ticks.remove(0);
    }
    return new AxisScale(ticks.get(0), last(ticks), true, List.copyOf(ticks), false);
  }

  /** A training that diverges has no finite loss, to which no axis could reach. */
  private static double finite(double value, double otherwise) {
    return Double.isFinite(value) ? value : otherwise;
  }

  private static double last(List<Double> values) {
    return values.get(values.size() - 1);
  }

  private static AxisScale linear(double min, double max, double step, boolean percent) {
    int steps = (int) Math.round((max - min) / step);
    List<Double> ticks =
        IntStream.rangeClosed(0, steps).mapToObj(i -> min + (max - min) * i / steps).toList();
    return new AxisScale(min, max, false, ticks, percent);
  }

  /** Returns the position of a value: 0 at the bottom, 1 at the top, beyond these outside. */
  double position(double value) {
    if (log) {
      return Math.log(Math.max(value, MIN_LOG_LOSS) / min) / Math.log(max / min);
    }
    return (value - min) / (max - min);
  }

  /** Returns the label of a tick, with as many decimals as the distance of the ticks needs. */
  String tickLabel(double value) {
    if (percent) {
      double step = ticks.get(1) - ticks.get(0);
      return Numbers.percent(value, step < 0.0099 ? 1 : 0);
    }
    double finest = log ? value : ticks.get(1) - ticks.get(0);
    return Numbers.decimal(value, (int) Math.max(0, Math.ceil(-Math.log10(finest) - 1e-9)));
  }

  /** Returns a value with all decimals that are of interest. */
  String valueLabel(double value) {
    return percent ? Numbers.percent(value, 2) : Numbers.decimal(value, 4);
  }
}
