package org.digitpad.train;

import org.digitpad.data.Augmentation;
import org.digitpad.data.Augmenter;
import org.digitpad.data.LabeledImages;

/**
 * Training images as an epoch sees them, changed anew each time. Serves many threads: a changed
 * image depends on the epoch's seed and the image's index alone.
 */
final class TrainingImages {
  private final LabeledImages images;
  private final ThreadLocal<Augmenter> augmenters;

  TrainingImages(LabeledImages images, Augmentation augmentation) {
    this.images = images;
    this.augmenters = ThreadLocal.withInitial(augmentation::newAugmenter);
  }

  int size() {
    return images.size();
  }

  int label(int index) {
    return images.label(index);
  }

  /** Writes an image's 784 pixels, from 0 to 1, into {@code target} from {@code at} on. */
  void copyImage(int index, long epochSeed, float[] target, int at) {
    augmenters.get().apply(images, index, epochSeed, target, at);
  }
}
