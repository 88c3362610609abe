package org.digitpad.ui.train.run;

import java.util.Arrays;
import org.digitpad.train.ProgressEstimator;
import org.digitpad.train.TrainingListener.StepMetrics;
import org.digitpad.ui.chart.Curve;

/**
 * Training batch by batch, smoothed, in a bounded number of points: whenever they are too many,
 * every other one goes, and from then on half as many come. Not thread-safe.
 */
final class StepCurve {
  static final int MOST_POINTS = 400;

  /** Weight of the past: a step counts for about twenty. */
  private static final double INERTIA = 0.95;

  private final double[] epochs = new double[MOST_POINTS];
  private final double[] loss = new double[MOST_POINTS];
  private final double[] accuracy = new double[MOST_POINTS];
  private int points;
  private long steps;
  private long stride = 1;
  private double smoothLoss;
  private double smoothAccuracy;
  private double weight;

  void add(StepMetrics step) {
    smoothLoss = INERTIA * smoothLoss + (1 - INERTIA) * step.batchLoss();
    smoothAccuracy = INERTIA * smoothAccuracy + (1 - INERTIA) * step.batchAccuracy();
    // without the weight of a past that there was not yet, as Adam has it
    weight = INERTIA * weight + 1 - INERTIA;
    if (steps++ % stride == 0) {
      if (points == MOST_POINTS) {
        thin();
      }
      epochs[points] = step.epoch() - 1 + ProgressEstimator.epochFraction(step);
      loss[points] = smoothLoss / weight;
      accuracy[points] = smoothAccuracy / weight;
      points++;
    }
  }

  Curve toCurve(String name, String style) {
    return new Curve(
        name,
        style,
        Arrays.copyOf(epochs, points),
        Arrays.copyOf(loss, points),
        Arrays.copyOf(accuracy, points));
  }

  private void thin() {
    points /= 2;
    for (int i = 0; i < points; i++) {
      epochs[i] = epochs[2 * i];
      loss[i] = loss[2 * i];
      accuracy[i] = accuracy[2 * i];
    }
    stride *= 2;
  }
}
