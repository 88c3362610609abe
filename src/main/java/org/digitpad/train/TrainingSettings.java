package org.digitpad.train;

import java.nio.file.Path;
import org.digitpad.nn.arch.Architecture;

/**
 * What a training run is told.
 *
 * @param epochs passes over the training images
 * @param seed seed of the initial parameters and of the order of images
 * @param threads workers that share each batch; has no influence on the weights
 * @param output where the model goes; the checkpoint stands beside it
 */
public record TrainingSettings(
    Architecture architecture, Recipe recipe, int epochs, long seed, int threads, Path output) {
  public TrainingSettings {
    if (epochs < 1 || recipe.batch() < 1 || threads < 1) {
      throw new IllegalArgumentException("epochs, batch and threads must be at least 1");
    }
  }

  /** Where the state after the last whole epoch is kept until the run ends. */
  public Path checkpoint() {
    return output.resolveSibling(output.getFileName() + Checkpoint.EXTENSION);
  }

  /** Steps in an epoch over {@code training} images; the last batch may be smaller. */
  int stepsPerEpoch(int training) {
    // not (images + batch - 1) / batch, which overflows for a batch meant to hold everything
    return (recipe.imagesPerEpoch(training) - 1) / recipe.batch() + 1;
  }
}
