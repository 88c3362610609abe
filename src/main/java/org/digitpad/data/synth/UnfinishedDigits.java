package org.digitpad.data.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;
import org.digitpad.ink.InkPoint;
import org.digitpad.ink.Stroke;

/**
 * The beginnings of synthetic digits, as they look while they are being drawn. A beginning is
 * labeled with the digit that it becomes: a network that learns from many of them estimates how
 * probable each digit still is.
 */
public final class UnfinishedDigits {
  private static final int CLASSES = 10;

  /** Shares of the ink that may be drawn so far. */
  private static final double MIN_SHARE = 0.1;

  private static final double MAX_SHARE = 0.9;

  private static final HandwritingGenerator GENERATOR = new HandwritingGenerator(1);

  private UnfinishedDigits() {}

  /**
   * Generates images, with the stroke widths that occur in MNIST: the digits 0 to 9 in turn,
   * repeatedly. Each image depends on the seed and its index alone.
   */
  public static LabeledImages images(int count, long seed) {
    long start = new SplittableRandom(seed).nextLong();
    byte[] pixels = new byte[count * DigitImage.PIXELS];
    byte[] labels = new byte[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            index -> {
              labels[index] = (byte) (index % CLASSES);
              SplittableRandom random = new SplittableRandom(start + index);
              Drawing digit = GENERATOR.draw(labels[index], random);
              double share = MIN_SHARE + (MAX_SHARE - MIN_SHARE) * random.nextDouble();
              RenderingVariation.write(beginning(digit, share), random, pixels, index);
            });
    return new LabeledImages(pixels, labels);
  }

  /**
   * Returns what is drawn of a digit after a share of its ink.
   *
   * @param share of the length of all strokes, 0 to 1; the pen's way above the paper does not count
   */
  static Drawing beginning(Drawing digit, double share) {
    double remaining = share * digit.strokes().stream().mapToDouble(stroke -> length(stroke)).sum();
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : digit.strokes()) {
      List<InkPoint> points = stroke.points();
      int count = 1;
      while (count < points.size() && remaining > 0) {
        remaining -= distance(points.get(count - 1), points.get(count));
        count++;
      }
      strokes.add(new Stroke(points.subList(0, count), stroke.penWidth()));
      if (remaining <= 0) {
        break;
      }
    }
    return new Drawing(strokes);
  }

  private static double length(Stroke stroke) {
    double length = 0;
    for (int i = 1; i < stroke.points().size(); i++) {
      length += distance(stroke.points().get(i - 1), stroke.points().get(i));
    }
    return length;
  }

  private static double distance(InkPoint a, InkPoint b) {
    double x = b.x() - a.x();
    double y = b.y() - a.y();
    return Math.sqrt(x * x + y * y);
  }
}
