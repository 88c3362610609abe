package org.digitpad.data.synth;

import java.util.List;
import org.digitpad.data.synth.WritingStyle.Knot;

/**
 * What a hand makes of a whole digit: how large its parts become, which way it leans, where the
 * paper seems to bend. One hand writes one digit. All amounts are such that sheets full of digits
 * look like people's, in MNIST for one.
 */
final class HandwritingVariation {
  /** About the middle of the styles, in heights of the digit. */
  private static final double MIDDLE_X = 0.45;

  /** People write narrower than the styles are drawn. */
  private static final double MEAN_WIDTH = 0.85;

  /** People lean to the right: the shear of the mean hand. */
  private static final double MEAN_SLANT = 0.12;

  private final RandomSource dice;
  private final double vigour;

  private final double topToBottom;
  private final double leftToRight;
  private final double taper;
  private final double width;
  private final double slant;
  private final double sine;
  private final double cosine;
  private final Wave[] waves;

  /**
   * A hand.
   *
   * @param vigour how far it strays from the style: 0 not at all, 1 as people do
   */
  HandwritingVariation(RandomSource dice, double vigour) {
    this.dice = dice;
    this.vigour = vigour;
    this.topToBottom = bell(0.2);
    this.leftToRight = bell(0.15);
    this.taper = bell(0.2);
    this.width = MEAN_WIDTH * dice.factor(0.22 * vigour);
    this.slant = (MEAN_SLANT + dice.bell(0.28)) * vigour;
    double turn = bell(0.1);
    this.sine = StrictMath.sin(turn);
    this.cosine = StrictMath.cos(turn);
    this.waves = new Wave[] {wave(), wave(), wave(), wave()};
  }

  /** A wave that runs over the paper and shifts what it passes. */
  private record Wave(double alongX, double alongY, double phase, double height) {
    double at(double x, double y) {
      return height * StrictMath.sin(alongX * x + alongY * y + phase);
    }
  }

  /** Waves at least 0.6 heights long, which bend the digit but do not ripple it. */
  private Wave wave() {
    return new Wave(
        dice.between(-7, 7), dice.between(-7, 7), dice.between(0, 2 * Math.PI), bell(0.025));
  }

  /**
   * Moves the knots of a stroke, each a little by chance.
   *
   * @param alone whether it is the digit's only stroke; if not, it strays and grows as a whole too
   */
  List<Knot> place(List<Knot> stroke, boolean alone) {
    double apart = alone ? 0 : 0.05;
    double size = alone ? 1 : dice.factor(0.15 * vigour);
    double shiftX = bell(apart);
    double shiftY = bell(apart);
    double middleX = stroke.stream().mapToDouble(Knot::x).average().orElseThrow();
    double middleY = stroke.stream().mapToDouble(Knot::y).average().orElseThrow();
    return stroke.stream()
        .map(
            knot ->
                new Knot(
                    middleX + size * (knot.x() - middleX) + shiftX + bell(0.026),
                    middleY + size * (knot.y() - middleY) + shiftY + bell(0.026),
                    knot.corner()))
        .toList();
  }

  /** Bends a path in place. */
  void bend(PenTrajectory path) {
    for (int i = 0; i < path.size(); i++) {
      double x = path.x()[i];
      double y = path.y()[i];
      double bentX = x + leftToRight * x * (0.9 - x) + waves[0].at(x, y) + waves[1].at(x, y);
      double bentY = y + topToBottom * y * (1 - y) + waves[2].at(x, y) + waves[3].at(x, y);
      double wide = (bentX - MIDDLE_X) * width * (1 + taper * (bentY - 0.5));
      double leant = wide - slant * (bentY - 0.5);
      path.x()[i] = cosine * leant - sine * (bentY - 0.5);
      path.y()[i] = sine * leant + cosine * (bentY - 0.5);
    }
  }

  private double bell(double deviation) {
    return dice.bell(deviation * vigour);
  }
}
