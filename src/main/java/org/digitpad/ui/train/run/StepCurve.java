package org.digitpad.ui.train.run;

import java.util.Arrays;
import org.digitpad.train.ProgressEstimator;
import org.digitpad.train.TrainingListener.StepMetrics;
import org.digitpad.ui.chart.Curve;

/**
 * The smoothed curve of all batches, in a bounded number of points: when it is full, every other
 * point is dropped, and from then on every second step adds one. Not thread-safe.
 */
final class StepCurve {
  static final int MAX_POINTS = 400;

  /** Decay of the moving average, which averages over about twenty steps. */
  private static final double DECAY = 0.95;

  private final double[] epochs = new double[MAX_POINTS];
  private final double[] loss = new double[MAX_POINTS];
  private final double[] accuracy = new double[MAX_POINTS];
  private int points;
  private long steps;
  private long stride = 1;
  private double smoothLoss;
  private double smoothAccuracy;
  private double correction;

  void add(StepMetrics step) {
    smoothLoss = DECAY * smoothLoss + (1 - DECAY) * step.batchLoss();
    smoothAccuracy = DECAY * smoothAccuracy + (1 - DECAY) * step.batchAccuracy();
    // bias correction of the first steps, as in Adam
    correction = DECAY * correction + 1 - DECAY;
    if (steps++ % stride == 0) {
      if (points == MAX_POINTS) {
        thin();
      }
      epochs[points] = step.epoch() - 1 + ProgressEstimator.done(step);
      loss[points] = smoothLoss / correction;
      accuracy[points] = smoothAccuracy / correction;
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
