package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.synth.WritingStyle.Knot;

/** Strokes that mean nothing, in about the space of a digit. */
final class ScribbleGenerator {
  private ScribbleGenerator() {}

  /** Scribbles one of those to learn from, or one of the others. */
  static List<List<Knot>> any(NonDigitSplit part, RandomSource dice) {
    if (part == NonDigitSplit.LEARN) {
      return dice.chance(0.6) ? tangle(dice) : hatching(dice);
    }
    return dice.chance(0.4) ? curls(dice) : dice.chance(0.6) ? stroll(dice) : strewn(dice);
  }

  /** To and fro between places without any order. */
  private static List<List<Knot>> tangle(RandomSource dice) {
    List<Knot> stroke = new ArrayList<>();
    for (int left = count(dice, 7, 24); left > 0; left--) {
      stroke.add(knot(dice.between(0, 1), dice.between(0, 1)));
    }
    return List.of(stroke);
  }

  /** To and fro between two sides, line after line, aslant. */
  private static List<List<Knot>> hatching(RandomSource dice) {
    List<Knot> stroke = new ArrayList<>();
    int lines = count(dice, 6, 16);
    double turn = dice.between(0, Math.PI);
    double cosine = StrictMath.cos(turn);
    double sine = StrictMath.sin(turn);
    for (int line = 0; line < lines; line++) {
      double x = (line % 2 - 0.5) * dice.between(0.7, 1.1);
      double y = (line + 0.5) / lines - 0.5;
      stroke.add(knot(0.5 + cosine * x - sine * y, 0.5 + sine * x + cosine * y));
    }
    return List.of(stroke);
  }

  /** Round and round, while the middle moves on and the circles grow or shrink. */
  private static List<List<Knot>> curls(RandomSource dice) {
    List<Knot> stroke = new ArrayList<>();
    int turns = count(dice, 3, 9);
    double towardsX = dice.between(-1, 1);
    double towardsY = dice.between(-1, 1);
    double radius = dice.between(0.15, 0.5);
    double growth = dice.between(-0.3, 0.3);
    for (int i = 0; i <= 8 * turns; i++) {
      double done = i / (8.0 * turns);
      double reach = radius + growth * done;
      double angle = i * Math.PI / 4;
      stroke.add(
          knot(
              towardsX * done + reach * StrictMath.cos(angle),
              towardsY * done + reach * StrictMath.sin(angle)));
    }
    return List.of(stroke);
  }

  /** A long walk that keeps turning, back to the middle when it strays. */
  private static List<List<Knot>> stroll(RandomSource dice) {
    List<Knot> stroke = new ArrayList<>();
    double x = 0.5;
    double y = 0.5;
    double heading = dice.between(0, 2 * Math.PI);
    for (int left = count(dice, 25, 60); left > 0; left--) {
      stroke.add(knot(x, y));
      boolean astray = Math.abs(x - 0.5) > 0.5 || Math.abs(y - 0.5) > 0.5;
      heading = astray ? StrictMath.atan2(0.5 - y, 0.5 - x) : heading + dice.bell(0.8);
      x += 0.16 * StrictMath.cos(heading);
      y += 0.16 * StrictMath.sin(heading);
    }
    return List.of(stroke);
  }

  /** Short strokes all over the place. */
  private static List<List<Knot>> strewn(RandomSource dice) {
    List<List<Knot>> strokes = new ArrayList<>();
    for (int left = count(dice, 5, 12); left > 0; left--) {
      double x = dice.between(0, 1);
      double y = dice.between(0, 1);
      strokes.add(
          List.of(knot(x, y), knot(x + dice.between(-0.5, 0.5), y + dice.between(-0.5, 0.5))));
    }
    return strokes;
  }

  private static int count(RandomSource dice, int least, int most) {
    return (int) dice.between(least, most + 1);
  }

  private static Knot knot(double x, double y) {
    return new Knot(x, y, false);
  }
}
