package org.digitpad.data.synth;

import java.util.SplittableRandom;
import org.digitpad.ink.Drawing;

/**
 * Synthetic drawings to train a reader of the pen's movement on. They vary more than {@link
 * BuiltinDigits}, in hand and in movement: a reader of the movement learns the hands of the
 * generator too well otherwise, as no images of other people's digits are among its examples.
 */
public final class PenDrawings {
  private static final int CLASSES = 10;

  private static final HandwritingGenerator USUAL = new HandwritingGenerator(1);

  /** Half as much variation again. */
  private static final HandwritingGenerator LOOSE = new HandwritingGenerator(1.5);

  private static final double LOOSE_SHARE = 0.5;

  private PenDrawings() {}

  /** Returns the digit of a drawing: 0 to 9 in turn, repeatedly. */
  public static int label(int index) {
    return index % CLASSES;
  }

  /**
   * Draws a digit. The drawing depends on seed and index alone.
   *
   * @param index decides on the digit, as {@link #label} tells
   */
  public static Drawing digit(int index, long seed) {
    SplittableRandom generator = random(index, seed);
    HandwritingGenerator hand = generator.nextDouble() < LOOSE_SHARE ? LOOSE : USUAL;
    return StrokeVariation.vary(hand.draw(label(index), generator), new PortableRandom(generator));
  }

  /** Draws a non-digit, from those to train on. The drawing depends on seed and index alone. */
  public static Drawing nonDigit(int index, long seed) {
    SplittableRandom generator = random(index, ~seed);
    NonDigitKind kind =
        NonDigits.TRAINED_KINDS.get(generator.nextInt(NonDigits.TRAINED_KINDS.size()));
    return StrokeVariation.vary(
        NonDigitGenerator.draw(NonDigitSplit.TRAIN, kind, generator),
        new PortableRandom(generator));
  }

  /**
   * Neighboring seeds and indices give unrelated numbers, since SplittableRandom mixes its seed.
   */
  private static SplittableRandom random(int index, long seed) {
    return new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
  }
}
