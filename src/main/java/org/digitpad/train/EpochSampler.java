package org.digitpad.train;

import java.util.SplittableRandom;
import org.digitpad.nn.dl4j.Batch;

/**
 * Draws batches from the training images in the random order of one epoch. The order depends only
 * on seed and epoch, so that a resumed run needs no state of a random generator.
 */
final class EpochSampler {
  private final EpochSamples images;
  private final long epochSeed;
  private final int[] order;

  /**
   * @param epoch number from 1; 0 gives an order, and augmented images, that no training uses
   */
  EpochSampler(EpochSamples images, long seed, int epoch) {
    this.images = images;
    int[] indices = images.indices(epoch);
    this.order = new int[indices.length];
    // Neighbouring seeds are fine: the generators that take them mix the bits well.
    this.epochSeed = seed * 1_000_003 + epoch;
    SplittableRandom random = new SplittableRandom(epochSeed);
    for (int i = 0; i < order.length; i++) {
      // Fisher-Yates shuffle, inside out
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = indices[i];
    }
  }

  /**
   * Returns the batch that starts at position {@code from} of the order.
   *
   * @param batchSize its size; the last batch may be smaller
   */
  Batch batch(int from, int batchSize) {
    int size = Math.min(batchSize, order.length - from);
    return new Batch() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public void copyImage(int position, float[] target, int at) {
        images.copyImage(order[from + position], epochSeed, target, at);
      }

      @Override
      public int label(int position) {
        return images.label(order[from + position]);
      }
    };
  }
}
