package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * Draws letters, shapes, scribbles and other non-digits in varied handwriting; see nondigits.txt.
 */
public final class NonDigitGenerator {
  private static final int DIGITS = 10;

  private static final HandwritingGenerator GENERATOR = new HandwritingGenerator(1);

  private NonDigitGenerator() {}

  /**
   * Draws a non-digit on a canvas of 280×280 units, which it may exceed. The same random numbers
   * give the same drawing.
   *
   * @throws IllegalArgumentException if the split has no non-digit of this kind
   */
  public static Drawing draw(NonDigitSplit split, NonDigitKind kind, SplittableRandom generator) {
    PortableRandom random = new PortableRandom(generator);
    return switch (kind) {
      case SCRIBBLE -> GENERATOR.draw(ScribbleGenerator.scribble(split, random), random);
      case TWO_DIGITS -> twoDigits(split, generator, random);
      default -> fromTemplate(split, kind, random);
    };
  }

  private static Drawing fromTemplate(
      NonDigitSplit split, NonDigitKind kind, PortableRandom random) {
    List<StrokeTemplate> templates = NonDigitTemplates.of(split, kind);
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("no template of " + kind + " in " + split);
    }
    return GENERATOR.draw(
        templates.get((int) random.uniform(0, templates.size())).strokes(), random);
  }

  /**
   * Draws two digits of about the same height side by side: to train, both odd or both even; to
   * test, one of each.
   */
  private static Drawing twoDigits(
      NonDigitSplit split, SplittableRandom generator, PortableRandom random) {
    int first = generator.nextInt(DIGITS);
    int offset = 2 * generator.nextInt(DIGITS / 2) + (split == NonDigitSplit.TRAIN ? 0 : 1);
    Drawing left = GENERATOR.draw(first, generator);
    Drawing right = GENERATOR.draw((first + offset) % DIGITS, generator);
    DoubleSummaryStatistics leftX = span(left, InkPoint::x);
    DoubleSummaryStatistics leftY = span(left, InkPoint::y);
    DoubleSummaryStatistics rightX = span(right, InkPoint::x);
    DoubleSummaryStatistics rightY = span(right, InkPoint::y);
    double height = Math.max(1, leftY.getMax() - leftY.getMin());
    double scale = random.logNormal(0.1) * height / Math.max(1, rightY.getMax() - rightY.getMin());
    double shiftX = leftX.getMax() + random.uniform(0.05, 0.4) * height - scale * rightX.getMin();
    double shiftY = leftY.getMin() + random.gaussian(0.1) * height - scale * rightY.getMin();
    List<Stroke> strokes = new ArrayList<>(left.strokes());
    for (Stroke stroke : right.strokes()) {
      strokes.add(
          new Stroke(
              stroke.points().stream()
                  .map(p -> new InkPoint(scale * p.x() + shiftX, scale * p.y() + shiftY))
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
