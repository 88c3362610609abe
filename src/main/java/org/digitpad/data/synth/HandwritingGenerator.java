package org.digitpad.data.synth;

import java.util.List;
import java.util.SplittableRandom;
import org.digitpad.data.synth.WritingStyle.Knot;
import org.digitpad.ink.Drawing;

/** Writes digits, each in a style and with a hand of its own. */
public final class HandwritingGenerator {
  private final double vigour;

  /**
   * A scribe.
   *
   * @param vigour how far digits stray from the styles: 0 not at all, 1 as people's do
   */
  public HandwritingGenerator(double vigour) {
    this.vigour = vigour;
  }

  /** Writes a digit on a pad of 280×280; the same random numbers give the same drawing. */
  public Drawing write(int digit, SplittableRandom random) {
    RandomSource dice = new RandomSource(random);
    return write(WritingStyles.pick(digit, dice), dice);
  }

  /** Writes a digit in one style. */
  Drawing write(WritingStyle style, RandomSource dice) {
    return write(style.strokes(), dice);
  }

  /** Writes strokes, which may be anything. */
  Drawing write(List<List<Knot>> strokes, RandomSource dice) {
    // some people write tidily, and some do not
    double care = vigour * dice.between(0.5, 1.6);
    HandwritingVariation hand = new HandwritingVariation(dice, care);
    PenSimulator pen = new PenSimulator(dice, care);
    boolean alone = strokes.size() == 1;
    return new Drawing(
        strokes.stream()
            .flatMap(
                stroke -> {
                  PenTrajectory path = CatmullRomSpline.through(hand.place(stroke, alone));
                  hand.bend(path);
                  return pen.draw(path);
                })
            .toList());
  }
}
