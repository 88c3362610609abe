package org.digitpad.ui;

import java.util.Arrays;
import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.recognize.DigitReader;
import org.digitpad.recognize.Prediction;

/** Stands in for the network until that is built: tells ones from sevens from noughts, roughly. */
final class PlaceholderReader implements DigitReader {
  @Override
  public Prediction read(Drawing drawing) {
    long begun = System.nanoTime();
    List<InkPoint> points =
        drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
    double left = points.stream().mapToDouble(InkPoint::x).min().orElse(0);
    double right = points.stream().mapToDouble(InkPoint::x).max().orElse(0);
    double top = points.stream().mapToDouble(InkPoint::y).min().orElse(0);
    double bottom = points.stream().mapToDouble(InkPoint::y).max().orElse(0);
    double scale = 19 / Math.max(8, Math.max(right - left, bottom - top));
    float[] pixels = new float[DigitImage.PIXELS];
    for (InkPoint point : points) {
      int column = (int) Math.round(13.5 + (point.x() - (left + right) / 2) * scale);
      int row = (int) Math.round(13.5 + (point.y() - (top + bottom) / 2) * scale);
      pixels[row * DigitImage.SIDE + column] = 1;
      pixels[row * DigitImage.SIDE + column + 1] = 1;
    }
    double slender = (right - left) / Math.max(1, bottom - top);
    float[] probabilities = new float[10];
    Arrays.fill(probabilities, 0.002f);
    int first = slender < 0.3 ? 1 : slender < 0.9 ? 7 : 0;
    float sure = (float) Math.min(0.975, 0.4 + points.size() / 50.0);
    probabilities[first] += sure;
    probabilities[(first + 2) % 10] += 0.98f - sure;
    return new Prediction(
        new DigitImage(pixels), probabilities, points.size() < 4, System.nanoTime() - begun);
  }
}
