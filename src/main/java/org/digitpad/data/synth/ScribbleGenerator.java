package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.data.synth.WritingStyle.Knot;

/** Generates meaningless strokes of about the size of a digit. */
final class ScribbleGenerator {
  private ScribbleGenerator() {}

  /** Generates a scribble; those to train on and those to test with are of different kinds. */
  static List<List<Knot>> scribble(NonDigitSplit split, PortableRandom random) {
    if (split == NonDigitSplit.TRAIN) {
      if (random.chance(0.35)) {
        return tangle(random);
      }
      if (random.chance(0.4)) {
        return hatching(random);
      }
      return random.chance(0.5) ? shading(random) : chords(random);
    }
    if (random.chance(0.4)) {
      return loops(random);
    }
    return random.chance(0.6) ? randomWalk(random) : scatteredStrokes(random);
  }

  /** A curve through random points. */
  private static List<List<Knot>> tangle(PortableRandom random) {
    List<Knot> stroke = new ArrayList<>();
    for (int remaining = count(random, 7, 24); remaining > 0; remaining--) {
      stroke.add(knot(random.uniform(0, 1), random.uniform(0, 1)));
    }
    return List.of(stroke);
  }

  /** Parallel lines to and fro at a random angle. */
  private static List<List<Knot>> hatching(PortableRandom random) {
    List<Knot> stroke = new ArrayList<>();
    int lines = count(random, 6, 16);
    double angle = random.uniform(0, Math.PI);
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    for (int line = 0; line < lines; line++) {
      double x = (line % 2 - 0.5) * random.uniform(0.7, 1.1);
      double y = (line + 0.5) / lines - 0.5;
      stroke.add(knot(0.5 + cosine * x - sine * y, 0.5 + sine * x + cosine * y));
    }
    return List.of(stroke);
  }

  /** Lines to and fro across a round area, each in another direction. */
  private static List<List<Knot>> shading(PortableRandom random) {
    List<Knot> stroke = new ArrayList<>();
    double angle = random.uniform(0, 2 * Math.PI);
    double height = random.uniform(0.25, 0.5);
    boolean rounded = random.chance(0.5);
    for (int remaining = count(random, 6, 20); remaining > 0; remaining--) {
      double radius = random.uniform(0.6, 1);
      double x = 0.5 + 0.5 * radius * StrictMath.cos(angle);
      double y = 0.5 + height * radius * StrictMath.sin(angle);
      stroke.add(new Knot(x, y, !rounded));
      angle += Math.PI + random.gaussian(0.6);
    }
    return List.of(stroke);
  }

  /** Long strokes across each other. */
  private static List<List<Knot>> chords(PortableRandom random) {
    List<List<Knot>> strokes = new ArrayList<>();
    for (int remaining = count(random, 3, 8); remaining > 0; remaining--) {
      double from = random.uniform(0, 2 * Math.PI);
      double to = from + random.uniform(1.5, 4.8);
      strokes.add(
          List.of(
              knot(0.5 + 0.5 * StrictMath.cos(from), 0.5 + 0.5 * StrictMath.sin(from)),
              knot(random.uniform(0.3, 0.7), random.uniform(0.3, 0.7)),
              knot(0.5 + 0.5 * StrictMath.cos(to), 0.5 + 0.5 * StrictMath.sin(to))));
    }
    return strokes;
  }

  /** Circles whose center moves and whose radius grows or shrinks. */
  private static List<List<Knot>> loops(PortableRandom random) {
    List<Knot> stroke = new ArrayList<>();
    int turns = count(random, 3, 9);
    double driftX = random.uniform(-1, 1);
    double driftY = random.uniform(-1, 1);
    double radius = random.uniform(0.15, 0.5);
    double growth = random.uniform(-0.3, 0.3);
    for (int i = 0; i <= 8 * turns; i++) {
      double progress = i / (8.0 * turns);
      double currentRadius = radius + growth * progress;
      double angle = i * Math.PI / 4;
      stroke.add(
          knot(
              driftX * progress + currentRadius * StrictMath.cos(angle),
              driftY * progress + currentRadius * StrictMath.sin(angle)));
    }
    return List.of(stroke);
  }

  /** A long walk in changing directions, which turns to the center when it is too far away. */
  private static List<List<Knot>> randomWalk(PortableRandom random) {
    List<Knot> stroke = new ArrayList<>();
    double x = 0.5;
    double y = 0.5;
    double heading = random.uniform(0, 2 * Math.PI);
    for (int remaining = count(random, 25, 60); remaining > 0; remaining--) {
      stroke.add(knot(x, y));
      boolean outside = Math.abs(x - 0.5) > 0.5 || Math.abs(y - 0.5) > 0.5;
      heading = outside ? StrictMath.atan2(0.5 - y, 0.5 - x) : heading + random.gaussian(0.8);
      x += 0.16 * StrictMath.cos(heading);
      y += 0.16 * StrictMath.sin(heading);
    }
    return List.of(stroke);
  }

  /** Short strokes at random positions. */
  private static List<List<Knot>> scatteredStrokes(PortableRandom random) {
    List<List<Knot>> strokes = new ArrayList<>();
    for (int remaining = count(random, 5, 12); remaining > 0; remaining--) {
      double x = random.uniform(0, 1);
      double y = random.uniform(0, 1);
      strokes.add(
          List.of(knot(x, y), knot(x + random.uniform(-0.5, 0.5), y + random.uniform(-0.5, 0.5))));
    }
    return strokes;
  }

  private static int count(PortableRandom random, int min, int max) {
    return (int) random.uniform(min, max + 1);
  }

  private static Knot knot(double x, double y) {
    return new Knot(x, y, false);
  }
}
