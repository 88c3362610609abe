package org.digitpad.train.adapt;

import java.util.List;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.augment.Augmenter;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.data.synth.PenDrawings;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.nn.kernel.NetworkExecutor;

/**
 * Samples of what a network knew before, so that it does not forget it: images of digits, and
 * non-digits, which keep the rejection working.
 */
final class Replay {
  /** Seeds that no dataset to test with has. */
  private static final long SEED = 3;

  /** Of this many samples one is no digit. */
  private static final int NON_DIGIT_EVERY = 11;

  private static final int BUILTIN = 3_000;
  private static final int NON_DIGITS = 600;

  /** More than an adaptation sees. */
  private static final int MOVEMENTS = 20_000;

  private Replay() {}

  /** Training images, of which an adaptation takes some, with built-in digits and non-digits. */
  static AdaptationSamples ofImages(LabeledImages training) {
    return new Images(List.of(training, training, builtin()), nonDigits());
  }

  /** Synthetic drawings as direction maps, drawn when they are needed. */
  static AdaptationSamples ofMovement() {
    return new Movement();
  }

  private static LabeledImages builtin() {
    return BuiltinDigits.images(BUILTIN, SEED);
  }

  private static DigitImages nonDigits() {
    return NonDigits.images(NON_DIGITS, SEED);
  }

  /** The datasets in turn, and every eleventh sample a non-digit. */
  private record Images(
      List<LabeledImages> digits, DigitImages nonDigits, ThreadLocal<Augmenter> augmenters)
      implements AdaptationSamples {
    Images(List<LabeledImages> digits, DigitImages nonDigits) {
      this(digits, nonDigits, ThreadLocal.withInitial(Augmentation.HANDWRITING::newAugmenter));
    }

    @Override
    public int size() {
      return digits.stream().mapToInt(LabeledImages::size).sum();
    }

    private LabeledImages dataset(int index) {
      return digits.get(index % digits.size());
    }

    private int position(int index) {
      return index / digits.size() % dataset(index).size();
    }

    @Override
    public int label(int index) {
      return index % NON_DIGIT_EVERY == 0
          ? NetworkExecutor.BACKGROUND_CLASS
          : dataset(index).label(position(index));
    }

    @Override
    public void copy(int index, long variation, float[] target, int at) {
      if (index % NON_DIGIT_EVERY == 0) {
        int position = index / NON_DIGIT_EVERY % nonDigits.size();
        augmenters.get().apply(nonDigits, position, variation, target, at);
      } else {
        augmenters.get().apply(dataset(index).images(), position(index), variation, target, at);
      }
    }
  }

  private record Movement() implements AdaptationSamples {
    @Override
    public int size() {
      return MOVEMENTS;
    }

    @Override
    public int label(int index) {
      return index % NON_DIGIT_EVERY == 0
          ? NetworkExecutor.BACKGROUND_CLASS
          : PenDrawings.label(index);
    }

    @Override
    public void copy(int index, long variation, float[] target, int at) {
      DirectionMaps.write(
          index % NON_DIGIT_EVERY == 0
              ? PenDrawings.nonDigit(index, variation)
              : PenDrawings.digit(index, variation),
          target,
          at);
    }
  }
}
