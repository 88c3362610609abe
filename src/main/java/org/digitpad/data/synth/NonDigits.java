package org.digitpad.data.synth;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitpad.data.DigitImages;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;

/**
 * Synthetic letters, shapes, scribbles and other non-digits, generated like {@link BuiltinDigits}:
 * images to train on, and drawings to test with. No template is used for both, and look-alikes of
 * digits are only tested with.
 */
public final class NonDigits {
  /** The kinds to train on, each as often as it is listed: kinds with more variety more often. */
  static final List<NonDigitKind> TRAINED_KINDS =
      List.of(
          NonDigitKind.LETTER,
          NonDigitKind.LETTER,
          NonDigitKind.LETTER,
          NonDigitKind.LETTER,
          NonDigitKind.LETTER,
          NonDigitKind.LETTER,
          NonDigitKind.LETTER,
          NonDigitKind.SHAPE,
          NonDigitKind.SHAPE,
          NonDigitKind.SHAPE,
          NonDigitKind.SHAPE,
          NonDigitKind.SHAPE,
          NonDigitKind.SCRIBBLE,
          NonDigitKind.SCRIBBLE,
          NonDigitKind.SCRIBBLE,
          NonDigitKind.LINE,
          NonDigitKind.DOT,
          NonDigitKind.TWO_DIGITS,
          NonDigitKind.TWO_DIGITS);

  private NonDigits() {}

  /**
   * Generates images to train on, with the stroke widths that occur in MNIST. Each image depends on
   * the seed and its index alone.
   */
  public static DigitImages images(int count, long seed) {
    long start = new SplittableRandom(seed).nextLong();
    byte[] pixels = new byte[count * DigitImage.PIXELS];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            index -> {
              SplittableRandom random = new SplittableRandom(start + index);
              NonDigitKind kind = TRAINED_KINDS.get(random.nextInt(TRAINED_KINDS.size()));
              Drawing drawing = NonDigitGenerator.draw(NonDigitSplit.TRAIN, kind, random);
              RenderingVariation.write(drawing, random, pixels, index);
            });
    return new DigitImages(pixels);
  }

  /** Generates drawings of a kind to test with, from other templates than those to train on. */
  public static List<Drawing> drawings(NonDigitKind kind, int count, long seed) {
    long start = new SplittableRandom(seed).nextLong();
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            index ->
                NonDigitGenerator.draw(
                    NonDigitSplit.TEST, kind, new SplittableRandom(start + index)))
        .toList();
  }
}
