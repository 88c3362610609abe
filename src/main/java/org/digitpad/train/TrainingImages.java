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
 * Training images as an epoch sees them: all of the set, some builtin digits, and some drawings
 * that are no digit, changed anew each time. Serves many threads: a changed image depends on the
 * epoch's seed and the image's index alone.
 */
final class TrainingImages {
  /** Epochs until what was added comes again, changed in another way. */
  static final int CYCLE = 3;

  /** Not those of the builtin set, whose test images must stay unseen. */
  private static final long SEED = 3;

  private final LabeledImages images;
  private final LabeledImages builtin;
  private final DigitImages nonDigits;
  private final ThreadLocal<Augmenter> augmenters;

  /**
   * Makes what is to be added, which takes a moment.
   *
   * @param images all seen in each epoch
   * @param builtinDigits seen in an epoch besides those
   * @param nonDigits drawings that are no digit seen in an epoch besides those
   */
  TrainingImages(
      LabeledImages images, Augmentation augmentation, int builtinDigits, int nonDigits) {
    this.images = images;
    this.builtin = BuiltinDigits.images(CYCLE * builtinDigits, SEED);
    this.nonDigits = NonDigits.images(CYCLE * nonDigits, SEED);
    this.augmenters = ThreadLocal.withInitial(augmentation::newAugmenter);
  }

  /** A set as a recipe wants it. */
  static TrainingImages of(LabeledImages images, Recipe recipe) {
    return new TrainingImages(
        images,
        recipe.augmentation(),
        recipe.builtinDigits(images.size()),
        recipe.nonDigits(images.size()));
  }

  /** A set as it is, or changed, with nothing added. */
  static TrainingImages only(LabeledImages images, Augmentation augmentation) {
    return new TrainingImages(images, augmentation, 0, 0);
  }

  /**
   * The indices of an epoch's images, in no particular order.
   *
   * @param epoch from 1
   */
  int[] indices(int epoch) {
    int digits = images.size() + builtin.size();
    return Stream.of(
            IntStream.range(0, images.size()),
            turn(builtin.size(), epoch).map(index -> images.size() + index),
            turn(nonDigits.size(), epoch).map(index -> digits + index))
        .flatMapToInt(part -> part)
        .toArray();
  }

  /** The part of {@code size} images whose turn it is. */
  private static IntStream turn(int size, int epoch) {
    int part = size / CYCLE;
    int from = epoch % CYCLE * part;
    return IntStream.range(from, from + part);
  }

  /** A digit, or {@link Batch#BACKGROUND_CLASS}. */
  int label(int index) {
    if (index < images.size()) {
      return images.label(index);
    }
    int drawn = index - images.size();
    return drawn < builtin.size() ? builtin.label(drawn) : Batch.BACKGROUND_CLASS;
  }

  /** Writes an image's 784 pixels, from 0 to 1, into {@code target} from {@code at} on. */
  void copyImage(int index, long epochSeed, float[] target, int at) {
    Augmenter augmenter = augmenters.get();
    int drawn = index - images.size();
    int none = drawn - builtin.size();
    // other seeds, or images with the same index would be changed alike
    if (drawn < 0) {
      augmenter.apply(images.images(), index, epochSeed, target, at);
    } else if (none < 0) {
      augmenter.apply(builtin.images(), drawn, ~epochSeed, target, at);
    } else {
      augmenter.apply(nonDigits, none, -epochSeed, target, at);
    }
  }
}
