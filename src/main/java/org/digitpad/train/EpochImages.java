package org.digitpad.train;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitpad.data.DigitImages;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.data.augment.Augmenter;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.data.synth.NonDigits;
import org.digitpad.data.synth.UnfinishedDigits;
import org.digitpad.nn.dl4j.Batch;

/**
 * The images of each epoch: all training images, some builtin digits, some non-digits and some
 * unfinished digits, augmented anew in every epoch. Thread-safe: an augmented image depends only on
 * the epoch's seed and the image's index.
 */
final class EpochImages implements EpochSamples {
  /** Number of epochs after which the additional images repeat, augmented differently. */
  static final int CYCLE = 3;

  /** Differs from the seeds of the builtin dataset, whose test images must stay unseen. */
  private static final long SEED = 3;

  /** Distances between the seeds of augmentations, longer than those of epochs and runs. */
  private static final long VIEW_SEED = 1L << 48;

  private static final long UNFINISHED_SEED = 1L << 56;

  private final LabeledImages images;
  private final int views;
  private final LabeledImages builtin;
  private final DigitImages nonDigits;
  private final LabeledImages unfinished;
  private final ThreadLocal<Augmenter> augmenters;

  private EpochImages(
      LabeledImages images,
      int views,
      Augmentation augmentation,
      LabeledImages builtin,
      DigitImages nonDigits,
      LabeledImages unfinished) {
    this.images = images;
    this.views = views;
    this.builtin = builtin;
    this.nonDigits = nonDigits;
    this.unfinished = unfinished;
    this.augmenters = ThreadLocal.withInitial(augmentation::newAugmenter);
  }

  /**
   * Training images with the augmentation and the additional images of a recipe. Generates these,
   * which takes a moment.
   */
  static EpochImages of(LabeledImages images, Recipe recipe) {
    return new EpochImages(
        images,
        recipe.views(),
        recipe.augmentation(),
        BuiltinDigits.images(CYCLE * recipe.builtinDigits(images.size()), SEED),
        NonDigits.images(CYCLE * recipe.nonDigits(images.size()), SEED),
        UnfinishedDigits.images(CYCLE * recipe.unfinishedDigits(images.size()), SEED));
  }

  /** Training images without additional images. */
  static EpochImages only(LabeledImages images, Augmentation augmentation) {
    return new EpochImages(
        images,
        1,
        augmentation,
        BuiltinDigits.images(0, SEED),
        NonDigits.images(0, SEED),
        UnfinishedDigits.images(0, SEED));
  }

  @Override
  public int[] indices(int epoch) {
    int digits = views * images.size() + builtin.size();
    int finished = digits + nonDigits.size();
    return Stream.of(
            IntStream.range(0, views * images.size()),
            cycleIndices(builtin.size(), epoch).map(index -> views * images.size() + index),
            cycleIndices(nonDigits.size(), epoch).map(index -> digits + index),
            cycleIndices(unfinished.size(), epoch).map(index -> finished + index))
        .flatMapToInt(part -> part)
        .toArray();
  }

  /** The indices, out of {@code size}, of an epoch's share of the cycle. */
  private static IntStream cycleIndices(int size, int epoch) {
    int part = size / CYCLE;
    int from = epoch % CYCLE * part;
    return IntStream.range(from, from + part);
  }

  /** A digit, {@link Batch#BACKGROUND_CLASS}, or {@link Batch#UNFINISHED} and a digit. */
  @Override
  public int label(int index) {
    int builtinIndex = index - views * images.size();
    int nonDigitIndex = builtinIndex - builtin.size();
    int unfinishedIndex = nonDigitIndex - nonDigits.size();
    if (builtinIndex < 0) {
      return images.label(index % images.size());
    }
    if (nonDigitIndex < 0) {
      return builtin.label(builtinIndex);
    }
    return unfinishedIndex < 0
        ? Batch.BACKGROUND_CLASS
        : Batch.UNFINISHED + unfinished.label(unfinishedIndex);
  }

  @Override
  public void copyImage(int index, long epochSeed, float[] target, int at) {
    Augmenter augmenter = augmenters.get();
    int builtinIndex = index - views * images.size();
    int nonDigitIndex = builtinIndex - builtin.size();
    int unfinishedIndex = nonDigitIndex - nonDigits.size();
    // different seeds, or images with the same index would be augmented alike
    if (builtinIndex < 0) {
      long viewSeed = epochSeed + index / images.size() * VIEW_SEED;
      augmenter.apply(images.images(), index % images.size(), viewSeed, target, at);
    } else if (nonDigitIndex < 0) {
      augmenter.apply(builtin.images(), builtinIndex, ~epochSeed, target, at);
    } else if (unfinishedIndex < 0) {
      augmenter.apply(nonDigits, nonDigitIndex, -epochSeed, target, at);
    } else {
      augmenter.apply(
          unfinished.images(), unfinishedIndex, UNFINISHED_SEED - epochSeed, target, at);
    }
  }
}
