package org.digitpad.train;

import org.digitpad.data.LabeledImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.dl4j.Batch;

/**
 * What each epoch trains on: 784 values a sample, of an image or of direction maps. Thread-safe.
 */
interface EpochSamples {
  /**
   * The indices of an epoch's samples, unshuffled.
   *
   * @param epoch from 1
   */
  int[] indices(int epoch);

  /** A digit, or {@link Batch#BACKGROUND_CLASS}. */
  int label(int index);

  /**
   * Writes the 784 values of a sample, from 0 to 1. They depend only on the epoch's seed and the
   * index.
   *
   * @param at index in {@code target} of the first value
   */
  void copyImage(int index, long epochSeed, float[] target, int at);

  /** Training samples for a network, with the augmentation and the additions of a recipe. */
  static EpochSamples of(Architecture architecture, LabeledImages training, Recipe recipe) {
    return architecture.readsMovement() && recipe.augmentation() != Augmentation.NONE
        ? EpochDrawings.of(training.size(), recipe)
        : EpochImages.of(training, recipe);
  }
}
