package org.digitpad.train.adapt;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.kernel.NativeFloatArray;
import org.digitpad.nn.kernel.NetworkExecutor;
import org.digitpad.train.adapt.AdaptationMethod.Trained;

/**
 * Trains a copy of a network's parameters on few samples, mixed with replayed ones. On one thread
 * and without ND4J, whose start takes longer than the few steps. The same seed gives the same
 * parameters, bit for bit, on the same BLAS kernels.
 */
final class FineTuning {
  // Adam's usual constants
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  /** A batch is computed in parts that stay in the cache, as in training. */
  private static final int SHARD = 16;

  private static final int VALUES = 784;

  private final Architecture architecture;
  private final AdaptationMethod method;
  private final float[] parent;
  private final boolean[] changes;

  FineTuning(Architecture architecture, float[] parent, AdaptationMethod method) {
    this.architecture = architecture;
    this.method = method;
    this.parent = parent;
    this.changes = changes(architecture, method.trained());
  }

  /** Which of the parameters change. */
  private static boolean[] changes(Architecture architecture, Trained trained) {
    boolean[] changes = new boolean[architecture.parameterCount()];
    PlacedLayer last = architecture.placedLayers().get(architecture.layers().size() - 1);
    for (PlacedTensor tensor : architecture.tensors()) {
      boolean changing =
          switch (trained) {
            case ALL -> true;
            case LAST_LAYER -> tensor.offset() >= last.offset();
            case BIASES -> tensor.spec().isBias();
          };
      Arrays.fill(changes, tensor.offset(), tensor.offset() + tensor.spec().size(), changing);
    }
    return changes;
  }

  /**
   * Returns the parameters of the copy.
   *
   * @param own each is seen equally often, but for one time
   * @param seen receives the number of samples of each step; ends the training if it throws an
   *     exception
   */
  float[] train(AdaptationSamples own, AdaptationSamples replay, long seed, IntConsumer seen) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = parent.clone();
    float[] gradient = new float[values.length];
    double[] mean = new double[values.length];
    double[] square = new double[values.length];
    int[] order = new int[own.size()];
    int position = own.size();
    int batch = method.own() + method.replayed();
    try (NetworkExecutor executor = new NetworkExecutor(architecture, SHARD, true);
        NativeFloatArray parameters = new NativeFloatArray(values.length);
        NativeFloatArray sum = new NativeFloatArray(values.length)) {
      for (int step = 0; step < method.steps(); step++) {
        parameters.write(0, values, values.length);
        sum.zero(0, values.length);
        int filled = 0;
        for (int i = 0; i < batch; i++) {
          AdaptationSamples samples = i < method.own() ? own : replay;
          int index;
          if (i < method.own()) {
            if (position == order.length) {
              shuffle(order, random);
              position = 0;
            }
            index = order[position++];
          } else {
            index = random.nextInt(replay.size());
          }
          samples.copy(index, random.nextLong(), executor.images(), filled * VALUES);
          executor.setLabel(filled++, samples.label(index));
          if (filled == SHARD || i == batch - 1) {
            executor.forward(parameters, filled);
            executor.lossWithBackground(filled);
            executor.backward(parameters, sum, filled);
            filled = 0;
          }
        }
        sum.read(0, gradient, gradient.length);
        update(values, gradient, 1.0 / batch, mean, square, step);
        seen.accept(batch);
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (parent[i] + method.share() * (values[i] - parent[i]));
    }
    return values;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = 0; i < order.length; i++) {
      // Fisher-Yates shuffle, inside out
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  /** One step of Adam (D. Kingma, J. Ba, ICLR 2015, algorithm 1). */
  private void update(
      float[] values, float[] gradient, double scale, double[] mean, double[] square, int step) {
    double progress = (double) step / method.steps();
    double rate = method.learningRate() * (1 + Math.cos(Math.PI * progress)) / 2;
    double correction1 = 1 - Math.pow(BETA_1, step + 1.0);
    double correction2 = 1 - Math.pow(BETA_2, step + 1.0);
    for (int i = 0; i < values.length; i++) {
      if (!changes[i]) {
        continue;
      }
      double slope = scale * gradient[i];
      mean[i] += (1 - BETA_1) * (slope - mean[i]);
      square[i] += (1 - BETA_2) * (slope * slope - square[i]);
      double way = mean[i] / correction1 / (Math.sqrt(square[i] / correction2) + EPSILON);
      values[i] -= (float) (rate * way);
    }
  }
}
