package org.digitpad.train;

import org.digitpad.data.LabeledImages;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.dl4j.Batch;
import org.digitpad.nn.dl4j.TrainableNetwork;

/** Measures the throughput of training. */
public final class TrainingBenchmark {
  public static final int BATCH_SIZE = 128;
  private static final int STEPS = 200;
  private static final int ROUNDS = 5;

  private TrainingBenchmark() {}

  /** Images per second with batches of 128 and Adam: the best of five rounds of 200 steps. */
  public static double samplesPerSecond(
      Architecture architecture, LabeledImages images, int threads) {
    EpochSampler sampler = new EpochSampler(EpochImages.only(images, Augmentation.NONE), 1, 1);
    double best = Double.POSITIVE_INFINITY;
    try (TrainableNetwork network =
        new TrainableNetwork(
            architecture, Recipe.REFERENCE.optimizer(), false, 1, ROUNDS * STEPS, threads)) {
      int from = 0;
      for (int round = 0; round < ROUNDS; round++) {
        int seen = 0;
        long start = System.nanoTime();
        for (int step = 0; step < STEPS; step++) {
          Batch batch = sampler.batch(from, BATCH_SIZE);
          network.step(batch);
          seen += batch.size();
          from = (from + BATCH_SIZE) % images.size();
        }
        best = Math.min(best, (System.nanoTime() - start) / 1e9 / seen);
      }
    }
    return 1 / best;
  }
}
