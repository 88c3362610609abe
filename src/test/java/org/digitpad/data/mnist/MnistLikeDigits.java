package org.digitpad.data.mnist;

import static org.digitpad.ink.SampleDrawings.arc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;
import org.digitpad.ink.StrokeRenderer;

/**
 * Digits as a person would write them, each slightly different, as drawings and as images like
 * MNIST's. The same arguments give the same digits.
 */
public final class MnistLikeDigits {
  private MnistLikeDigits() {}

  /** Returns a plain digit on a canvas of 280×280 units. */
  public static Drawing drawing(int digit) {
    return new Drawing(
        switch (digit) {
          case 0 -> List.of(arc(140, 140, 55, 85, 270, -90));
          case 1 -> List.of(line(110, 90, 145, 55, 145, 225));
          case 2 -> List.of(join(arc(140, 105, 52, 50, 190, 390), line(92, 222, 200, 222)));
          case 3 -> List.of(join(arc(132, 97, 50, 43, 205, 440), arc(132, 184, 58, 46, -85, 155)));
          case 4 -> List.of(line(150, 55, 80, 165, 205, 165), line(168, 110, 168, 230));
          case 5 ->
              List.of(join(line(190, 58, 108, 58, 102, 130), arc(136, 174, 57, 52, 235, 505)));
          case 6 -> List.of(join(line(168, 55, 115, 130), arc(140, 178, 50, 48, 195, -165)));
          case 7 -> List.of(line(82, 62, 198, 62, 124, 228));
          case 8 -> List.of(join(arc(140, 97, 43, 41, 90, -270), arc(140, 182, 53, 45, -90, 270)));
          case 9 -> List.of(join(arc(140, 104, 48, 46, 0, -360), line(186, 120, 165, 230)));
          default -> throw new IllegalArgumentException("no digit: " + digit);
        });
  }

  /** Returns a digit with random slant, width and tremor. */
  public static Drawing drawing(int digit, Random random) {
    double slant = 0.3 * (random.nextDouble() - 0.5);
    double stretch = 0.8 + 0.4 * random.nextDouble();
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : drawing(digit).strokes()) {
      List<InkPoint> points = new ArrayList<>();
      for (InkPoint point : stroke.points()) {
        double x = 140 + stretch * (point.x() - 140) - slant * (point.y() - 140);
        points.add(
            new InkPoint(x + 2.5 * random.nextGaussian(), point.y() + 2.5 * random.nextGaussian()));
      }
      strokes.add(new Stroke(points));
    }
    return new Drawing(strokes);
  }

  /** Labeled drawings 0, 1, … 9, 0, …. */
  public static List<LabeledDrawing> drawings(int count, long seed) {
    Random random = new Random(seed);
    List<LabeledDrawing> drawings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawings.add(new LabeledDrawing(i % 10, "synthetic", drawing(i % 10, random)));
    }
    return drawings;
  }

  /** Returns the same drawings as images. */
  public static LabeledImages images(int count, long seed) {
    return new LabeledImages(pixels(count, seed), MnistFixture.labels(count));
  }

  private static byte[] pixels(int count, long seed) {
    byte[] pixels = new byte[count * DigitImage.PIXELS];
    List<LabeledDrawing> drawings = drawings(count, seed);
    for (int i = 0; i < count; i++) {
      DigitImages.write(StrokeRenderer.render(drawings.get(i).drawing()).toArray(), pixels, i);
    }
    return pixels;
  }

  /** Writes the four files of MNIST with the given numbers of images. */
  public static Path writeFolder(Path folder, int trainCount, int testCount) {
    return MnistFixture.writeFolder(
        folder,
        pixels(trainCount, 1),
        MnistFixture.labels(trainCount),
        pixels(testCount, 2),
        MnistFixture.labels(testCount));
  }

  /** Returns a stroke through the points x, y, x, y, …, with points between them as of a mouse. */
  private static Stroke line(double... coordinates) {
    List<InkPoint> points = new ArrayList<>();
    points.add(new InkPoint(coordinates[0], coordinates[1]));
    for (int i = 2; i < coordinates.length; i += 2) {
      InkPoint from = points.get(points.size() - 1);
      for (int step = 1; step <= 8; step++) {
        points.add(
            new InkPoint(
                from.x() + (coordinates[i] - from.x()) * step / 8,
                from.y() + (coordinates[i + 1] - from.y()) * step / 8));
      }
    }
    return new Stroke(points);
  }

  private static Stroke join(Stroke first, Stroke second) {
    List<InkPoint> points = new ArrayList<>(first.points());
    points.addAll(second.points());
    return new Stroke(points);
  }
}
