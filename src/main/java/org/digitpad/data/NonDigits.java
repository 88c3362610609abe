package org.digitpad.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitpad.data.synth.DoodleKind;
import org.digitpad.data.synth.DoodlePart;
import org.digitpad.data.synth.Doodler;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.Drawing;

/**
 * Letters, shapes, scribbles and more that are no digit, made up as {@link BuiltinDigits} are: some
 * to learn from, and others to measure with.
 */
public final class NonDigits {
  /** Kinds to learn from, as often as they stand here: those that vary most stand most often. */
  private static final DoodleKind[] LEARNED = {
    DoodleKind.LETTER,
    DoodleKind.LETTER,
    DoodleKind.LETTER,
    DoodleKind.SHAPE,
    DoodleKind.SHAPE,
    DoodleKind.SCRIBBLE,
    DoodleKind.SCRIBBLE,
    DoodleKind.LINE,
    DoodleKind.DOT,
    DoodleKind.TWO_DIGITS
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
              DoodleKind kind = LEARNED[random.nextInt(LEARNED.length)];
              Drawing drawing = Doodler.draw(DoodlePart.LEARN, kind, random);
              DigitImages.write(PenVariety.render(drawing, random), pixels, index);
            });
    return new DigitImages(pixels);
  }

  /** Makes drawings of a kind to measure with, none of which is like one to learn from. */
  public static List<Drawing> drawings(DoodleKind kind, int count, long seed) {
    long start = new SplittableRandom(seed).nextLong();
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(
            index -> Doodler.draw(DoodlePart.MEASURE, kind, new SplittableRandom(start + index)))
        .toList();
  }
}
