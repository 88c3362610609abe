package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.digitpad.ink.CanvasContent;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeBounds;

/** Ten synthetic digits that look as if one person had written them, to try things out with. */
public final class ExampleDigits {
  /** Height of a digit in units of the canvas. */
  private static final double HEIGHT = 180;

  /** Less than people differ, as one person wrote them all. */
  private static final HandwritingGenerator GENERATOR = new HandwritingGenerator(0.5);

  /** One for each digit, chosen by their looks. */
  private static final long[] SEEDS = {3, 20, 3, 3, 3, 8, 3, 3, 3, 3};

  private ExampleDigits() {}

  /** Returns the digits 0 to 9 in the center of a canvas of 280×280 units. */
  public static List<Drawing> drawings() {
    List<Drawing> drawings = new ArrayList<>();
    for (int digit = 0; digit < SEEDS.length; digit++) {
      drawings.add(centered(GENERATOR.draw(digit, new SplittableRandom(SEEDS[digit]))));
    }
    return drawings;
  }

  private static Drawing centered(Drawing drawing) {
    StrokeBounds bounds = StrokeBounds.of(drawing.strokes());
    double scale = HEIGHT / (bounds.bottom() - bounds.top());
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing.strokes()) {
      List<InkPoint> points = new ArrayList<>();
      for (InkPoint point : stroke.points()) {
        points.add(
            new InkPoint(
                onCanvas(scale * (point.x() - (bounds.left() + bounds.right()) / 2)),
                onCanvas(scale * (point.y() - (bounds.top() + bounds.bottom()) / 2))));
      }
      strokes.add(new Stroke(points));
    }
    return new Drawing(strokes);
  }

  /** Tenths of a unit are as exact as a pen. */
  private static double onCanvas(double fromCenter) {
    return StrictMath.rint(10 * (CanvasContent.SIZE / 2 + fromCenter)) / 10;
  }
}
