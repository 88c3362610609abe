package org.digitpad.data.synth;

import java.util.List;
import org.digitpad.data.synth.WritingStyle.Knot;

/**
 * The variation of the shape of one digit: its proportions, slant, rotation and smooth distortions.
 * Drawn anew for each digit. The amounts were chosen so that samples of digits look like those of
 * people, as in MNIST. Lengths are in heights of the digit.
 */
final class HandwritingVariation {
  /** The horizontal center of the writing styles. */
  private static final double CENTER_X = 0.45;

  /** People write narrower digits than those of the writing styles. */
  private static final double MEAN_WIDTH = 0.85;

  /** Mean shear: people's digits lean to the right. */
  private static final double MEAN_SLANT = 0.12;

  /** Share of the digits that are written much wider than usual. */
  private static final double STRETCHED = 0.05;

  /** Share of the digits that are written on turned paper. */
  private static final double TURNED = 0.1;

  /**
   * Limits of the turn in radians: further to the left, as most digits lean to the right and are
   * harder to read when they lean to the left.
   */
  private static final double MOST_LEFT = -0.5;

  private static final double MOST_RIGHT = 0.4;

  private final PortableRandom random;
  private final double strength;

  private final double verticalBend;
  private final double horizontalBend;
  private final double taper;
  private final double width;
  private final double slant;
  private final double sine;
  private final double cosine;
  private final Wave[] waves;

  /**
   * Draws the variation of a digit.
   *
   * @param strength of the variation: 0 for none, 1 for that of people
   */
  HandwritingVariation(PortableRandom random, double strength) {
    this.random = random;
    this.strength = strength;
    this.verticalBend = gaussian(0.2);
    this.horizontalBend = gaussian(0.15);
    this.taper = gaussian(0.2);
    double stretch = random.chance(STRETCHED * strength) ? random.uniform(1.2, 1.9) : 1;
    this.width = MEAN_WIDTH * stretch * random.logNormal(0.22 * strength);
    this.slant = (MEAN_SLANT + random.gaussian(0.28)) * strength;
    double angle =
        random.chance(TURNED * strength) ? random.uniform(MOST_LEFT, MOST_RIGHT) : gaussian(0.1);
    this.sine = StrictMath.sin(angle);
    this.cosine = StrictMath.cos(angle);
    this.waves = new Wave[] {randomWave(), randomWave(), randomWave(), randomWave()};
  }

  /** A plane sine wave that displaces points along one axis. */
  private record Wave(double frequencyX, double frequencyY, double phase, double amplitude) {
    double at(double x, double y) {
      return amplitude * StrictMath.sin(frequencyX * x + frequencyY * y + phase);
    }
  }

  /** Draws a wave at least 0.6 heights long, which bends the digit but adds no ripples. */
  private Wave randomWave() {
    return new Wave(
        random.uniform(-7, 7),
        random.uniform(-7, 7),
        random.uniform(0, 2 * Math.PI),
        gaussian(0.025));
  }

  /**
   * Returns the knots of a stroke, each slightly displaced.
   *
   * @param single whether the digit has no other stroke; if it has, the stroke is also moved and
   *     scaled as a whole
   */
  List<Knot> perturb(List<Knot> stroke, boolean single) {
    double shift = single ? 0 : 0.05;
    double size = single ? 1 : random.logNormal(0.15 * strength);
    double shiftX = gaussian(shift);
    double shiftY = gaussian(shift);
    double centerX = stroke.stream().mapToDouble(Knot::x).average().orElseThrow();
    double centerY = stroke.stream().mapToDouble(Knot::y).average().orElseThrow();
    return stroke.stream()
        .map(
            knot ->
                new Knot(
                    centerX + size * (knot.x() - centerX) + shiftX + gaussian(0.026),
                    centerY + size * (knot.y() - centerY) + shiftY + gaussian(0.026),
                    knot.corner()))
        .toList();
  }

  /** Warps a path in place. */
  void warp(PenTrajectory path) {
    for (int i = 0; i < path.size(); i++) {
      double x = path.x()[i];
      double y = path.y()[i];
      double bentX = x + horizontalBend * x * (0.9 - x) + waves[0].at(x, y) + waves[1].at(x, y);
      double bentY = y + verticalBend * y * (1 - y) + waves[2].at(x, y) + waves[3].at(x, y);
      double scaled = (bentX - CENTER_X) * width * (1 + taper * (bentY - 0.5));
      double sheared = scaled - slant * (bentY - 0.5);
      path.x()[i] = cosine * sheared - sine * (bentY - 0.5);
      path.y()[i] = sine * sheared + cosine * (bentY - 0.5);
    }
  }

  private double gaussian(double deviation) {
    return random.gaussian(deviation * strength);
  }
}
