package org.digitpad.data.synth;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;

/**
 * Synthetic digits, generated from the strokes that people write them with, so that networks can be
 * trained without a download. Each digit depends on the seed and its index alone: the same seed
 * gives the same digits on every machine and with any number of threads, and a larger set starts
 * with the digits of a smaller one.
 */
public final class BuiltinDigits {
  private static final int CLASSES = 10;

  private static final HandwritingGenerator GENERATOR = new HandwritingGenerator(1);

  private BuiltinDigits() {}

  /** Generates drawings: the digits 0 to 9 in turn, repeatedly. */
  public static List<LabeledDrawing> drawings(int count, long seed) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            index ->
                new LabeledDrawing(
                    index % CLASSES, null, GENERATOR.draw(index % CLASSES, random(seed, index))))
        .toList();
  }

  /**
   * Generates images of the same digits as {@link #drawings}, with the stroke widths that occur in
   * MNIST.
   */
  public static LabeledImages images(int count, long seed) {
    byte[] pixels = new byte[count * DigitImage.PIXELS];
    byte[] labels = new byte[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            index -> {
              labels[index] = (byte) (index % CLASSES);
              SplittableRandom random = random(seed, index);
              Drawing drawing = GENERATOR.draw(labels[index], random);
              RenderingVariation.write(drawing, random, pixels, index);
            });
    return new LabeledImages(pixels, labels);
  }

  /**
   * Neighboring seeds and indices give unrelated numbers, since SplittableRandom mixes its seed.
   */
  private static SplittableRandom random(long seed, int index) {
    return new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
  }
}
