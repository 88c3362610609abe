package org.digitpad.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The upright axis of a chart: which values it spans and where its lines are. It follows what is
 * worth seeing now, so that the last percents are not lost in a line along the edge.
 *
 * @param low value at the foot
 * @param high value at the top
 * @param log whether equal distances are equal ratios
 * @param ticks values with a line and a number, from below
 * @param percent whether the numbers are shares
 */
record AxisScale(double low, double high, boolean log, List<Double> ticks, boolean percent) {
  private static final double LEAST_LOSS = 1e-4;
  private static final double[] LOSSES = {0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5};
  private static final double[] ACCURACIES = {0.98, 0.95, 0.9, 0.8, 0.5};
  private static final double[] STEPS = {0.005, 0.01, 0.02, 0.05, 0.1};

  /** A scale for the loss. */
  static AxisScale loss(List<Curve> curves, boolean log) {
    return log ? logLoss(curves) : linearLoss(curves);
  }

  /** A scale for the accuracy, up to 100%. */
  static AxisScale accuracy(List<Curve> curves) {
    double least = curves.isEmpty() ? 0.9 : 1;
    for (Curve curve : curves) {
      for (int i = first(curve); i < curve.size(); i++) {
        least = Math.min(least, curve.accuracy()[i]);
      }
    }
    for (int i = 0; i < ACCURACIES.length; i++) {
      if (least >= ACCURACIES[i]) {
        return linear(ACCURACIES[i], 1, STEPS[i], true);
      }
    }
    return linear(0, 1, 0.2, true);
  }

  private static AxisScale linearLoss(List<Curve> curves) {
    double most = curves.isEmpty() ? 0.25 : 0;
    for (Curve curve : curves) {
      for (int i = first(curve); i < curve.size(); i++) {
        most = Math.max(most, curve.loss()[i]);
      }
    }
    for (double high : LOSSES) {
      if (most <= high) {
        return linear(0, high, high / 5, false);
      }
    }
    double high = 5 * Math.ceil(most / 5);
    return linear(0, high, high / 5, false);
  }

  /** Of training only what is now; the climb before that may leave the chart. */
  private static int first(Curve curve) {
    boolean training =
        curve.style().contains("curve-batches") || curve.style().contains("curve-training");
    return training ? Math.max(0, curve.size() - 1) : 0;
  }

  private static AxisScale logLoss(List<Curve> curves) {
    double least = 0.1;
    double most = 1;
    for (Curve curve : curves) {
      for (double loss : curve.loss()) {
        least = Math.min(least, Math.max(LEAST_LOSS, loss));
        most = Math.max(most, loss);
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(Math.log10(least));
        ticks.isEmpty() || last(ticks) < most;
        decade++) {
      for (int digit : new int[] {1, 2, 5}) {
        if (ticks.isEmpty() || last(ticks) < most) {
          ticks.add(digit * Math.pow(10, decade));
        }
      }
    }
    while (ticks.get(1) <= least) {
      ticks.remove(0);
    }
    return new AxisScale(ticks.get(0), last(ticks), true, List.copyOf(ticks), false);
  }

  private static double last(List<Double> values) {
    return values.get(values.size() - 1);
  }

  private static AxisScale linear(double low, double high, double step, boolean percent) {
    int steps = (int) Math.round((high - low) / step);
    List<Double> ticks =
        IntStream.rangeClosed(0, steps).mapToObj(i -> low + (high - low) * i / steps).toList();
    return new AxisScale(low, high, false, ticks, percent);
  }

  /** Where a value lies, 0 at the foot and 1 at the top; beyond these outside of the chart. */
  double position(double value) {
    if (log) {
      return Math.log(Math.max(value, LEAST_LOSS) / low) / Math.log(high / low);
    }
    return (value - low) / (high - low);
  }

  /** The number at a line. */
  String tick(double value) {
    if (percent) {
      double step = ticks.get(1) - ticks.get(0);
      return String.format(Locale.ROOT, step < 0.0099 ? "%.1f%%" : "%.0f%%", 100 * value);
    }
    double finest = log ? value : ticks.get(1) - ticks.get(0);
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(finest) - 1e-9));
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** A value in full. */
  String exact(double value) {
    return String.format(Locale.ROOT, percent ? "%.2f%%" : "%.4f", percent ? 100 * value : value);
  }
}
