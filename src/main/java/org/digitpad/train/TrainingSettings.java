package org.digitpad.train;

import org.digitpad.nn.arch.Architecture;

/**
 * Hyperparameters of a training run, and the number of threads.
 *
 * @param epochs passes over the training images
 * @param seed seed of the initial parameters and of the order of images
 * @param threads workers that share each batch; has no influence on the weights
 */
public record TrainingSettings(
    Architecture architecture, Recipe recipe, int epochs, long seed, int threads) {
  public TrainingSettings {
    if (epochs < 1 || recipe.batch() < 1 || threads < 1) {
      throw new IllegalArgumentException("epochs, batch and threads must be at least 1");
    }
  }

  /** The same settings with another number of threads. */
  public TrainingSettings withThreads(int count) {
    return new TrainingSettings(architecture, recipe, epochs, seed, count);
  }

  /** Steps in an epoch over {@code training} images; the last batch may be smaller. */
  int stepsPerEpoch(int training) {
    // not (images + batch - 1) / batch, which overflows for a batch meant to hold everything
    return (recipe.imagesPerEpoch(training) - 1) / recipe.batch() + 1;
  }
}
