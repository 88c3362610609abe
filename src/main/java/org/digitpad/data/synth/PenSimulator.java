package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * Simulates the movement of the pen and its sampling: smoothing by fast movement, tremor, skips,
 * and points as a mouse or stylus reports them. The parameters are drawn anew for each digit.
 */
final class PenSimulator {
  /** Distance of the points of the path while it is changed, in heights of the digit. */
  private static final double SPACING = 0.015;

  /** Probability that the pen leaves the surface for a moment during a stroke. */
  private static final double SKIP_PROBABILITY = 0.02;

  /** Share of the digits that are drawn so fast that the points are far apart. */
  private static final double FAST = 0.25;

  /**
   * Memory for the stages of a stroke: a dataset has too many strokes to leave it to the garbage.
   */
  private record Stages(PenTrajectory moved, PenTrajectory smoothed, PenTrajectory sampled) {}

  private static final ThreadLocal<Stages> STAGES =
      ThreadLocal.withInitial(
          () -> new Stages(PenTrajectory.empty(), PenTrajectory.empty(), PenTrajectory.empty()));

  private final PortableRandom random;
  private final double strength;

  /** Height of the digit in units of the canvas. */
  private final double size;

  private final double shiftX;
  private final double shiftY;

  /** Length over which the path is averaged before and after a point, in heights of the digit. */
  private final double smoothing;

  /** Standard deviation of the tremor, in heights of the digit. */
  private final double tremor;

  /** Distance of the sampled points in units of the canvas; large for a fast pen. */
  private final double sampleSpacing;

  private final boolean rounded;

  /**
   * Draws the parameters for a digit.
   *
   * @param strength of the variation: 0 for none, 1 for that of people
   */
  PenSimulator(PortableRandom random, double strength) {
    this.random = random;
    this.strength = strength;
    this.size = random.uniform(90, 230);
    this.shiftX = CanvasContent.SIZE / 2 + random.gaussian(12);
    this.shiftY = CanvasContent.SIZE / 2 + random.gaussian(12);
    this.smoothing = random.uniform(0, 0.1) * strength;
    this.tremor = Math.max(0, random.gaussian(0.008)) * strength;
    this.sampleSpacing =
        random.chance(FAST * strength) ? random.uniform(12, 55) : random.uniform(3, 9);
    this.rounded = random.chance(0.5);
  }

  /** Returns the stroke that results from a path, or two if the pen skips. */
  Stream<Stroke> draw(PenTrajectory path) {
    PenTrajectory drawn = addTremor(smooth(moveEnds(path)));
    double length = drawn.length();
    if (!random.chance(SKIP_PROBABILITY * strength)) {
      return Stream.of(sample(drawn, 0, length));
    }
    double skip = random.uniform(0.2, 0.8) * length;
    double gap = random.uniform(0.02, 0.06);
    return Stream.of(sample(drawn, 0, skip - gap / 2), sample(drawn, skip + gap / 2, length));
  }

  private Stroke sample(PenTrajectory path, double from, double to) {
    PenTrajectory sampled = path.resample(from, to, sampleSpacing / size, STAGES.get().sampled);
    List<InkPoint> points = new ArrayList<>(sampled.size());
    for (int i = 0; i < sampled.size(); i++) {
      points.add(
          new InkPoint(
              coordinate(size * sampled.x()[i] + shiftX),
              coordinate(size * sampled.y()[i] + shiftY)));
    }
    return new Stroke(points);
  }

  private double coordinate(double exact) {
    return rounded ? Math.rint(exact) : exact;
  }

  /** Moves both ends: the pen touches and leaves the surface too soon or too late. */
  private PenTrajectory moveEnds(PenTrajectory path) {
    double length = path.length();
    return path.resample(endShift(length), length - endShift(length), SPACING, STAGES.get().moved);
  }

  private double endShift(double length) {
    double limit = 0.12 * length;
    return Math.max(-limit, Math.min(limit, random.gaussian(0.03) * strength));
  }

  /** Rounds corners as fast movement does: each point becomes the mean of its neighborhood. */
  private PenTrajectory smooth(PenTrajectory path) {
    int last = path.size() - 1;
    int maxReach = (int) Math.round(smoothing / SPACING);
    PenTrajectory smoothed = STAGES.get().smoothed;
    smoothed.resize(last + 1);
    for (int i = 0; i <= last; i++) {
      // narrower towards the ends, so that they stay in place
      int reach = Math.min(maxReach, Math.min(i, last - i));
      double sumX = 0;
      double sumY = 0;
      for (int j = i - reach; j <= i + reach; j++) {
        sumX += path.x()[j];
        sumY += path.y()[j];
      }
      smoothed.x()[i] = sumX / (2 * reach + 1);
      smoothed.y()[i] = sumY / (2 * reach + 1);
    }
    return smoothed;
  }

  private PenTrajectory addTremor(PenTrajectory path) {
    double offsetX = 0;
    double offsetY = 0;
    for (int i = 0; i < path.size(); i++) {
      offsetX = 0.7 * offsetX + random.gaussian(tremor);
      offsetY = 0.7 * offsetY + random.gaussian(tremor);
      path.x()[i] += offsetX;
      path.y()[i] += offsetY;
    }
    return path;
  }
}
