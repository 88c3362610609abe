package org.digitpad.train;

import org.digitpad.data.Augmentation;
import org.digitpad.data.Augmenter;
import org.digitpad.data.BuiltinDigits;
import org.digitpad.data.LabeledImages;
import org.digitpad.data.NonDigits;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.dl4j.Samples;

/**
 * Training images as an epoch sees them: all of the set, some builtin digits, and some drawings
 * that are no digit, changed anew each time. Serves many threads: a changed image depends on the
 * epoch's seed and the image's index alone.
 */
final class TrainingImages {
  /** Epochs until the same builtin digits come again, changed in another way. */
  static final int BUILTIN_EPOCHS = 3;

  /** Not those of the builtin set, whose test images must stay unseen. */
  private static final long BUILTIN_SEED = 3;

  private final LabeledImages images;
  private final LabeledImages builtin;
  private final int nonDigits;
  private final ThreadLocal<Augmenter> augmenters;

  /**
   * Makes the builtin digits, which takes a moment.
   *
   * @param images all seen in each epoch
   * @param builtinDigits seen in an epoch besides those
   * @param nonDigits drawings that are no digit seen in an epoch besides those
   */
  TrainingImages(
      LabeledImages images, Augmentation augmentation, int builtinDigits, int nonDigits) {
    this.images = images;
    this.builtin = BuiltinDigits.images(BUILTIN_EPOCHS * builtinDigits, BUILTIN_SEED);
    this.nonDigits = nonDigits;
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
    int extra = builtin.size() / BUILTIN_EPOCHS;
    int[] indices = new int[images.size() + extra + nonDigits];
    int firstExtra = images.size() + epoch % BUILTIN_EPOCHS * extra;
    int firstNone = images.size() + builtin.size();
    for (int i = 0; i < indices.length; i++) {
      if (i < images.size()) {
        indices[i] = i;
      } else if (i < images.size() + extra) {
        indices[i] = firstExtra + i - images.size();
      } else {
        indices[i] = firstNone + i - images.size() - extra;
      }
    }
    return indices;
  }

  /** A digit, or {@link Samples#NO_CLASS}. */
  int label(int index) {
    if (index < images.size()) {
      return images.label(index);
    }
    int drawn = index - images.size();
    return drawn < builtin.size() ? builtin.label(drawn) : Samples.NO_CLASS;
  }

  /** Writes an image's 784 pixels, from 0 to 1, into {@code target} from {@code at} on. */
  void copyImage(int index, long epochSeed, float[] target, int at) {
    int drawn = index - images.size();
    if (drawn < 0) {
      augmenters.get().apply(images, index, epochSeed, target, at);
    } else if (drawn < builtin.size()) {
      // another seed, or two images of the same index would be changed alike
      augmenters.get().apply(builtin, drawn, ~epochSeed, target, at);
    } else {
      System.arraycopy(NonDigits.image(epochSeed, index), 0, target, at, DigitImage.PIXELS);
    }
  }
}
