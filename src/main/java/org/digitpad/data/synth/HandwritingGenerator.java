package org.digitpad.data.synth;

import java.util.List;
import java.util.SplittableRandom;
import org.digitpad.data.synth.WritingStyle.Knot;
import org.digitpad.ink.Drawing;

/** Draws digits in random writing styles with random handwriting variation. */
public final class HandwritingGenerator {
  private final double strength;

  /**
   * Creates a generator.
   *
   * @param strength of the variation: 0 for none, 1 for that of people
   */
  public HandwritingGenerator(double strength) {
    this.strength = strength;
  }

  /**
   * Draws a digit on a canvas of 280×280 units. The same random numbers give the same drawing.
   *
   * @param digit 0 to 9
   */
  public Drawing draw(int digit, SplittableRandom generator) {
    PortableRandom random = new PortableRandom(generator);
    return draw(WritingStyles.pick(digit, random).strokes(), random);
  }

  /** Draws any strokes. */
  Drawing draw(List<List<Knot>> strokes, PortableRandom random) {
    // some people write more carefully than others
    double writerStrength = strength * random.uniform(0.5, 1.6);
    HandwritingVariation variation = new HandwritingVariation(random, writerStrength);
    PenSimulator pen = new PenSimulator(random, writerStrength);
    boolean single = strokes.size() == 1;
    return new Drawing(
        strokes.stream()
            .flatMap(
                stroke -> {
                  PenTrajectory path = CatmullRomSpline.through(variation.perturb(stroke, single));
                  variation.warp(path);
                  return pen.draw(path);
                })
            .toList());
  }
}
