package org.digitpad.data.synth;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitpad.data.DigitImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;

/**
 * Letters, shapes, scribbles and more that are no digit, made up as {@link BuiltinDigits} are: some
 * to learn from, and others to measure with.
 */
public final class NonDigits {
  /** Kinds to learn from, as often as they stand here: those that vary most stand most often. */
  private static final NonDigitKind[] LEARNED = {
    NonDigitKind.LETTER,
    NonDigitKind.LETTER,
    NonDigitKind.LETTER,
    NonDigitKind.SHAPE,
    NonDigitKind.SHAPE,
    NonDigitKind.SCRIBBLE,
    NonDigitKind.SCRIBBLE,
    NonDigitKind.LINE,
    NonDigitKind.DOT,
    NonDigitKind.TWO_DIGITS
  };

  private NonDigits() {}

  /**
   * Makes images to learn from, with pens as thin and thick as in MNIST. Each depends on the seed
   * and its index alone.
   */
  public static DigitImages images(int count, long seed) {
    long start = new SplittableRandom(seed).nextLong();
    byte[] pixels = new byte[count * DigitImage.PIXELS];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            index -> {
              SplittableRandom random = new SplittableRandom(start + index);
              NonDigitKind kind = LEARNED[random.nextInt(LEARNED.length)];
              Drawing drawing = NonDigitGenerator.draw(NonDigitSplit.LEARN, kind, random);
              DigitImages.write(RenderingVariation.render(drawing, random), pixels, index);
            });
    return new DigitImages(pixels);
  }

  /** Makes drawings of a kind to measure with, none of which is like one to learn from. */
  public static List<Drawing> drawings(NonDigitKind kind, int count, long seed) {
    long start = new SplittableRandom(seed).nextLong();
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            index ->
                NonDigitGenerator.draw(
                    NonDigitSplit.MEASURE, kind, new SplittableRandom(start + index)))
        .toList();
  }
}
