package org.digitpad.train;

import org.digitpad.nn.arch.Architecture;

/**
 * Settings of a training run: the hyperparameters and the number of threads.
 *
 * @param epochs passes over the training images
 * @param seed seed of the initial parameters, the order of images and their augmentation
 * @param threads number of threads that share each batch; has no influence on the parameters
 */
public record TrainingSettings(
    Architecture architecture, Recipe recipe, int epochs, long seed, int threads) {
  public TrainingSettings {
    if (epochs < 1 || recipe.batchSize() < 1 || threads < 1) {
      throw new IllegalArgumentException("epochs, batch size and threads must be at least 1");
    }
  }

  /** The same settings with another number of threads. */
  public TrainingSettings withThreads(int threads) {
    return new TrainingSettings(architecture, recipe, epochs, seed, threads);
  }

  /**
   * Number of steps in an epoch; the last batch may be smaller.
   *
   * @param training number of training images
   */
  int stepsPerEpoch(int training) {
    // not (images + batchSize - 1) / batchSize, which overflows for the largest batch size
    return (recipe.imagesPerEpoch(training) - 1) / recipe.batchSize() + 1;
  }
}
