package org.digitpad.data.synth;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;

/**
 * DigitPad's own digits: made up from the strokes that people write them with, so that there is
 * something to train on without a download. Each digit depends on the seed and its index alone: the
 * same seed gives the same digits on any machine, with any number of threads, and a larger set
 * begins with the smaller one.
 */
public final class BuiltinDigits {
  private static final int CLASSES = 10;

  /** Scattered as people's. */
  private static final HandwritingGenerator SCRIBE = new HandwritingGenerator(1);

  private BuiltinDigits() {}

  /** Makes drawings: the digits 0 to 9 in turn, over and over. */
  public static List<LabeledDrawing> drawings(int count, long seed) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            index ->
                new LabeledDrawing(
                    index % CLASSES, null, SCRIBE.write(index % CLASSES, random(seed, index))))
        .toList();
  }

  /**
   * Makes images of the very digits that {@link #drawings} draws, with pens as thin and thick as in
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
              Drawing drawing = SCRIBE.write(labels[index], random);
              DigitImages.write(RenderingVariation.render(drawing, random), pixels, index);
            });
    return new LabeledImages(pixels, labels);
  }

  /** Neighbouring seeds and indices start far apart, since SplittableRandom mixes its seed. */
  private static SplittableRandom random(long seed, int index) {
    return new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
  }
}
