package org.digitpad.train;

import org.digitpad.data.Augmentation;
import org.digitpad.data.Augmenter;
import org.digitpad.data.BuiltinDigits;
import org.digitpad.data.LabeledImages;

/**
 * Training images as an epoch sees them: all of the set and some builtin digits, changed anew each
 * time. Serves many threads: a changed image depends on the epoch's seed and the image's index
 * alone.
 */
final class TrainingImages {
  /** Epochs until the same builtin digits come again, changed in another way. */
  static final int BUILTIN_EPOCHS = 3;

  /** Not those of the builtin set, whose test images must stay unseen. */
  private static final long BUILTIN_SEED = 3;

  private final LabeledImages images;
  private final LabeledImages builtin;
  private final ThreadLocal<Augmenter> augmenters;

  /**
   * Makes the builtin digits, which takes a moment.
   *
   * @param images all seen in each epoch
   * @param builtinDigits seen in an epoch besides those
   */
  TrainingImages(LabeledImages images, Augmentation augmentation, int builtinDigits) {
    this.images = images;
    this.builtin = BuiltinDigits.images(BUILTIN_EPOCHS * builtinDigits, BUILTIN_SEED);
    this.augmenters = ThreadLocal.withInitial(augmentation::newAugmenter);
  }

  /**
   * The indices of an epoch's images, in no particular order.
   *
   * @param epoch from 1
   */
  int[] indices(int epoch) {
    int extra = builtin.size() / BUILTIN_EPOCHS;
    int[] indices = new int[images.size() + extra];
    for (int i = 0; i < images.size(); i++) {
      indices[i] = i;
    }
    int first = images.size() + epoch % BUILTIN_EPOCHS * extra;
    for (int i = 0; i < extra; i++) {
      indices[images.size() + i] = first + i;
    }
    return indices;
  }

  int label(int index) {
    return index < images.size() ? images.label(index) : builtin.label(index - images.size());
  }

  /** Writes an image's 784 pixels, from 0 to 1, into {@code target} from {@code at} on. */
  void copyImage(int index, long epochSeed, float[] target, int at) {
    if (index < images.size()) {
      augmenters.get().apply(images, index, epochSeed, target, at);
    } else {
      // another seed, or two images of the same index would be changed alike
      augmenters.get().apply(builtin, index - images.size(), ~epochSeed, target, at);
    }
  }
}
