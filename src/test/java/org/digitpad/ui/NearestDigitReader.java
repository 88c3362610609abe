package org.digitpad.ui;

import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.recognize.DigitReader;
import org.digitpad.recognize.Prediction;

/** Stands in for the network: finds the template whose points lie nearest to the drawing's. */
final class NearestDigitReader implements DigitReader {
  @Override
  public Prediction read(Drawing drawing) {
    List<InkPoint> points = points(drawing);
    float[] probabilities = new float[10];
    float sum = 0;
    for (int digit = 0; digit < 10; digit++) {
      List<InkPoint> template = points(DigitStrokes.of(digit));
      double distance = distance(points, template) + distance(template, points);
      probabilities[digit] = (float) Math.exp(-distance / 2);
      sum += probabilities[digit];
    }
    for (int digit = 0; digit < 10; digit++) {
      probabilities[digit] /= sum;
    }
    return new Prediction(image(points), probabilities, false, 80_000);
  }

  private static List<InkPoint> points(Drawing drawing) {
    return drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
  }

  private static double distance(List<InkPoint> from, List<InkPoint> to) {
    return from.stream()
        .mapToDouble(
            a ->
                to.stream()
                    .mapToDouble(b -> Math.hypot(a.x() - b.x(), a.y() - b.y()))
                    .min()
                    .orElse(0))
        .average()
        .orElse(0);
  }

  private static DigitImage image(List<InkPoint> points) {
    float[] pixels = new float[DigitImage.PIXELS];
    for (InkPoint point : points) {
      int column = (int) Math.min(27, point.x() / 10);
      int row = (int) Math.min(27, point.y() / 10);
      pixels[row * DigitImage.SIDE + column] = 1;
    }
    return new DigitImage(pixels);
  }
}
