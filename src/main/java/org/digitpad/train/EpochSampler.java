package org.digitpad.train;

import java.util.SplittableRandom;
import org.digitpad.nn.dl4j.Batch;

/**
 * The training images in one epoch's order, which depends on seed and epoch alone: a resumed run
 * needs no random state.
 */
final class EpochSampler {
  private final TrainingImages images;
  private final long epochSeed;
  private final int[] order;

  EpochSampler(TrainingImages images, long seed, int epoch) {
    this.images = images;
    int[] indices = images.indices(epoch);
    this.order = new int[indices.length];
    // Neighbouring seeds and epochs stay apart, since whoever uses this mixes it well.
    this.epochSeed = seed * 1_000_003 + epoch;
    SplittableRandom random = new SplittableRandom(epochSeed);
    for (int i = 0; i < order.length; i++) {
      // Fisher-Yates, inside out
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = indices[i];
    }
  }

  /** The images from {@code from} on, {@code batch} of them or what is left. */
  Batch batch(int from, int batch) {
    int size = Math.min(batch, order.length - from);
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
