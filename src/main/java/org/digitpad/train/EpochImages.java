package org.digitpad.train;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.augment.Augmenter;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.nn.dl4j.Batch;

/**
 * The images of each epoch: all training images, some builtin digits and some non-digits, augmented
 * anew in every epoch. Thread-safe: an augmented image depends only on the epoch's seed and the
 * image's index.
 */
final class EpochImages implements EpochSamples {
  /** Number of epochs after which the additional images repeat, augmented differently. */
  static final int CYCLE = 3;

  /** Differs from the seeds of the builtin dataset, whose test images must stay unseen. */
  private static final long SEED = 3;

  private final LabeledImages images;
  private final LabeledImages builtin;
  private final DigitImages nonDigits;
  private final ThreadLocal<Augmenter> augmenters;

  /**
   * Generates the additional images, which takes a moment.
   *
   * @param images training images, all of them in each epoch
   * @param builtinDigits number of additional builtin digits per epoch
   * @param nonDigits number of additional non-digits per epoch
   */
  EpochImages(LabeledImages images, Augmentation augmentation, int builtinDigits, int nonDigits) {
    this.images = images;
    this.builtin = BuiltinDigits.images(CYCLE * builtinDigits, SEED);
    this.nonDigits = NonDigits.images(CYCLE * nonDigits, SEED);
    this.augmenters = ThreadLocal.withInitial(augmentation::newAugmenter);
  }

  /** Training images with the augmentation and the additional images of a recipe. */
  static EpochImages of(LabeledImages images, Recipe recipe) {
    return new EpochImages(
        images,
        recipe.augmentation(),
        recipe.builtinDigits(images.size()),
        recipe.nonDigits(images.size()));
  }

  /** Training images without additional images. */
  static EpochImages only(LabeledImages images, Augmentation augmentation) {
    return new EpochImages(images, augmentation, 0, 0);
  }

  @Override
  public int[] indices(int epoch) {
    int digits = images.size() + builtin.size();
    return Stream.of(
            IntStream.range(0, images.size()),
            cycleIndices(builtin.size(), epoch).map(index -> images.size() + index),
            cycleIndices(nonDigits.size(), epoch).map(index -> digits + index))
        .flatMapToInt(part -> part)
        .toArray();
  }

  /** The indices, out of {@code size}, of an epoch's share of the cycle. */
  private static IntStream cycleIndices(int size, int epoch) {
    int part = size / CYCLE;
    int from = epoch % CYCLE * part;
    return IntStream.range(from, from + part);
  }

  @Override
  public int label(int index) {
    if (index < images.size()) {
      return images.label(index);
    }
    int builtinIndex = index - images.size();
    return builtinIndex < builtin.size() ? builtin.label(builtinIndex) : Batch.BACKGROUND_CLASS;
  }

  @Override
  public void copyImage(int index, long epochSeed, float[] target, int at) {
    Augmenter augmenter = augmenters.get();
    int builtinIndex = index - images.size();
    int nonDigitIndex = builtinIndex - builtin.size();
    // different seeds, or images with the same index would be augmented alike
    if (builtinIndex < 0) {
      augmenter.apply(images.images(), index, epochSeed, target, at);
    } else if (nonDigitIndex < 0) {
      augmenter.apply(builtin.images(), builtinIndex, ~epochSeed, target, at);
    } else {
      augmenter.apply(nonDigits, nonDigitIndex, -epochSeed, target, at);
    }
  }
}
