package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/** Draws what is no digit, as people's hands would: see nondigits.txt. */
public final class NonDigitGenerator {
  private static final int DIGITS = 10;

  /** The hands that write digits. */
  private static final HandwritingGenerator SCRIBE = new HandwritingGenerator(1);

  private NonDigitGenerator() {}

  /**
   * Draws on a pad of 280×280, or beyond it; the same random numbers give the same drawing.
   *
   * @throws IllegalArgumentException if the part has none of this kind
   */
  public static Drawing draw(NonDigitSplit part, NonDigitKind kind, SplittableRandom random) {
    RandomSource dice = new RandomSource(random);
    return switch (kind) {
      case SCRIBBLE -> SCRIBE.write(ScribbleGenerator.any(part, dice), dice);
      case TWO_DIGITS -> twoDigits(part, random, dice);
      default -> fromTemplate(part, kind, dice);
    };
  }

  private static Drawing fromTemplate(NonDigitSplit part, NonDigitKind kind, RandomSource dice) {
    List<StrokeTemplate> templates = NonDigitTemplates.of(part, kind);
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("no template of " + kind + " in " + part);
    }
    return SCRIBE.write(templates.get((int) dice.between(0, templates.size())).strokes(), dice);
  }

  /** Two digits as tall as each other, more or less: to learn, both are odd or both even. */
  private static Drawing twoDigits(NonDigitSplit part, SplittableRandom random, RandomSource dice) {
    int first = random.nextInt(DIGITS);
    int others = 2 * random.nextInt(DIGITS / 2) + (part == NonDigitSplit.LEARN ? 0 : 1);
    Drawing left = SCRIBE.write(first, random);
    Drawing right = SCRIBE.write((first + others) % DIGITS, random);
    DoubleSummaryStatistics leftX = span(left, InkPoint::x);
    DoubleSummaryStatistics leftY = span(left, InkPoint::y);
    DoubleSummaryStatistics rightX = span(right, InkPoint::x);
    DoubleSummaryStatistics rightY = span(right, InkPoint::y);
    double height = Math.max(1, leftY.getMax() - leftY.getMin());
    double scale = dice.factor(0.1) * height / Math.max(1, rightY.getMax() - rightY.getMin());
    double fromX = leftX.getMax() + dice.between(0.05, 0.4) * height - scale * rightX.getMin();
    double fromY = leftY.getMin() + dice.bell(0.1) * height - scale * rightY.getMin();
    List<Stroke> strokes = new ArrayList<>(left.strokes());
    for (Stroke stroke : right.strokes()) {
      strokes.add(
          new Stroke(
              stroke.points().stream()
                  .map(p -> new InkPoint(scale * p.x() + fromX, scale * p.y() + fromY))
                  .toList()));
    }
    return new Drawing(strokes);
  }

  private static DoubleSummaryStatistics span(Drawing drawing, ToDoubleFunction<InkPoint> axis) {
    return drawing.strokes().stream()
        .flatMap(stroke -> stroke.points().stream())
        .mapToDouble(axis)
        .summaryStatistics();
  }
}
