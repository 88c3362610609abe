package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * How fast and steadily the pen runs, and what the computer catches of it: points as a mouse or a
 * stylus reports them. One pen draws one digit.
 */
final class PenSimulator {
  /** Side of the pad in pixels. */
  private static final double PAD = 280;

  /** Between the points that are bent, in heights of the digit. */
  private static final double SPACING = 0.015;

  /** Share of the strokes in which the pen leaves the paper for a moment. */
  private static final double SKIPPING = 0.02;

  private final RandomSource dice;
  private final double vigour;

  /** Height of the digit in pixels of the pad. */
  private final double size;

  private final double shiftX;
  private final double shiftY;

  /** How much of the path the pen mixes up, in heights of the digit before and after it. */
  private final double haste;

  private final double tremor;

  /** Pixels between the points that are caught; many in a fast pen. */
  private final double sampling;

  private final boolean wholePixels;

  /**
   * A pen.
   *
   * @param vigour how carelessly it is led: 0 not at all, 1 as people do
   */
  PenSimulator(RandomSource dice, double vigour) {
    this.dice = dice;
    this.vigour = vigour;
    this.size = dice.between(90, 230);
    this.shiftX = PAD / 2 + dice.bell(12);
    this.shiftY = PAD / 2 + dice.bell(12);
    this.haste = dice.between(0, 0.1) * vigour;
    this.tremor = Math.max(0, dice.bell(0.008)) * vigour;
    this.sampling = dice.chance(0.15 * vigour) ? dice.between(12, 30) : dice.between(3, 9);
    this.wholePixels = dice.chance(0.5);
  }

  /** Returns what the pen leaves of a path: a stroke, or two if it skipped. */
  Stream<Stroke> draw(PenTrajectory path) {
    PenTrajectory led = tremble(hurry(tips(path)));
    double length = led.length();
    if (!dice.chance(SKIPPING * vigour)) {
      return Stream.of(trace(led, 0, length));
    }
    double skip = dice.between(0.2, 0.8) * length;
    double gap = dice.between(0.02, 0.06);
    return Stream.of(trace(led, 0, skip - gap / 2), trace(led, skip + gap / 2, length));
  }

  private Stroke trace(PenTrajectory path, double from, double to) {
    PenTrajectory caught = path.evenly(from, to, sampling / size);
    List<InkPoint> points = new ArrayList<>(caught.size());
    for (int i = 0; i < caught.size(); i++) {
      points.add(
          new InkPoint(pixel(size * caught.x()[i] + shiftX), pixel(size * caught.y()[i] + shiftY)));
    }
    return new Stroke(points);
  }

  private double pixel(double place) {
    return wholePixels ? Math.rint(place) : place;
  }

  /** The pen touches the paper and leaves it sooner or later than it should. */
  private PenTrajectory tips(PenTrajectory path) {
    double length = path.length();
    return path.evenly(tip(length), length - tip(length), SPACING);
  }

  private double tip(double length) {
    double limit = 0.12 * length;
    return Math.max(-limit, Math.min(limit, dice.bell(0.03) * vigour));
  }

  /** Haste cuts corners: each point becomes the mean of its neighbourhood. */
  private PenTrajectory hurry(PenTrajectory path) {
    int last = path.size() - 1;
    int most = (int) Math.round(haste / SPACING);
    PenTrajectory hurried = new PenTrajectory(new double[last + 1], new double[last + 1]);
    for (int i = 0; i <= last; i++) {
      // narrower towards the ends, which so stay where they are
      int reach = Math.min(most, Math.min(i, last - i));
      double sumX = 0;
      double sumY = 0;
      for (int j = i - reach; j <= i + reach; j++) {
        sumX += path.x()[j];
        sumY += path.y()[j];
      }
      hurried.x()[i] = sumX / (2 * reach + 1);
      hurried.y()[i] = sumY / (2 * reach + 1);
    }
    return hurried;
  }

  private PenTrajectory tremble(PenTrajectory path) {
    double awayX = 0;
    double awayY = 0;
    for (int i = 0; i < path.size(); i++) {
      awayX = 0.7 * awayX + dice.bell(tremor);
      awayY = 0.7 * awayY + dice.bell(tremor);
      path.x()[i] += awayX;
      path.y()[i] += awayY;
    }
    return path;
  }
}
