package org.digitpad.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.digitpad.train.TrainingFixture.DATA;
import static org.digitpad.train.TrainingFixture.STEPS;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitpad.data.augment.Augmentation;
import org.digitpad.ink.DigitImage;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;
import org.digitpad.nn.dl4j.TrainableNetwork;
import org.digitpad.nn.kernel.NativeFloatArray;
import org.digitpad.nn.kernel.NetworkExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares a whole run with a plain implementation of what a recipe promises: the order of the
 * images in each epoch, gradient clipping, Adam with decoupled weight decay, and the one-cycle
 * learning rate. Only the gradients come from the same kernels.
 */
final class ReferenceTrainingTest {
  private static final Architecture NETWORK = Architectures.CONV_GRU;
  private static final int EPOCHS = 3;
  private static final int BATCH_SIZE = 50;
  private static final long SEED = 6;
  private static final double MAX_LEARNING_RATE = 0.01;

  /** So strong that biases would visibly shrink if they decayed. */
  private static final double WEIGHT_DECAY = 5;

  /** Some gradients of this run are shorter, some longer, and some more than twice as long. */
  private static final double MAX_GRADIENT_NORM = 0.6;

  private static final Recipe RECIPE =
      new Recipe(
          "test",
          BATCH_SIZE,
          new OneCycleAdamW(MAX_LEARNING_RATE, WEIGHT_DECAY, MAX_GRADIENT_NORM),
          Augmentation.HANDWRITING,
          1.0 / 3,
          1.0 / 10,
          0,
          1);

  private static Checkpoint trained;
  private static Reference expected;

  @BeforeAll
  static void train(@TempDir Path folder) throws Exception {
    TrainingFixture fixture = new TrainingFixture(folder);
    fixture.run(new TrainingSettings(NETWORK, RECIPE, EPOCHS, SEED, 2)).train(false);
    trained = Checkpoint.read(fixture.checkpoint());
    expected = new Reference();
    expected.train();
  }

  @Test
  void reachesTheSameParametersAndMoments() {
    assertThat(difference(trained.parameters(), expected.parameters)).isLessThan(1e-5);
    assertThat(difference(trained.optimizer(), expected.moments())).isLessThan(1e-5);
  }

  /** Or the comparison would not notice another limit. */
  @Test
  void clipsSomeGradientsAndNotOthers() {
    assertThat(Arrays.stream(expected.norms).boxed())
        .anyMatch(norm -> norm < MAX_GRADIENT_NORM)
        .anyMatch(norm -> norm > MAX_GRADIENT_NORM && norm < 2 * MAX_GRADIENT_NORM)
        .anyMatch(norm -> norm > 2 * MAX_GRADIENT_NORM);
  }

  /** Or the comparison would not notice their decay. */
  @Test
  void movesTheBiases() {
    double largest =
        NETWORK.tensors().stream()
            .filter(Reference::isBias)
            .flatMapToDouble(
                tensor ->
                    IntStream.range(0, tensor.spec().size())
                        .mapToDouble(i -> Math.abs(expected.parameters[tensor.offset() + i])))
            .max()
            .orElseThrow();
    assertThat(largest).isGreaterThan(0.02);
  }

  private static double difference(float[] actual, float[] reference) {
    assertThat(actual).hasSameSizeAs(reference);
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(actual[i] - reference[i]));
    }
    return largest;
  }

  /** The run in plain Java. */
  private static final class Reference {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    /** Sums of gradients depend on the order in which they are added, so they are added alike. */
    private static final int SHARD = 16;

    private final EpochImages images = EpochImages.of(DATA.training(), RECIPE);
    private final float[] parameters = initialParameters();
    private final float[] m = new float[parameters.length];
    private final float[] v = new float[parameters.length];
    private final double[] norms = new double[EPOCHS * STEPS];
    private int iteration;

    private static float[] initialParameters() {
      try (TrainableNetwork network =
          new TrainableNetwork(NETWORK, RECIPE.optimizer(), true, SEED, EPOCHS * STEPS, 1)) {
        return network.parameters();
      }
    }

    void train() {
      try (NetworkExecutor executor = new NetworkExecutor(NETWORK, SHARD, true);
          NativeFloatArray weights = new NativeFloatArray(parameters.length);
          NativeFloatArray gradient = new NativeFloatArray(parameters.length)) {
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
          int[] order = order(epoch);
          for (int from = 0; from < order.length; from += BATCH_SIZE) {
            int to = Math.min(order.length, from + BATCH_SIZE);
            weights.write(0, parameters, parameters.length);
            step(gradient(executor, weights, gradient, Arrays.copyOfRange(order, from, to), epoch));
          }
        }
      }
      assertThat(iteration).isEqualTo(norms.length);
    }

    /** A Fisher-Yates shuffle of each epoch's images with a seed of its own. */
    private int[] order(int epoch) {
      int[] indices = images.indices(epoch);
      int[] order = new int[indices.length];
      SplittableRandom random = new SplittableRandom(epochSeed(epoch));
      for (int i = 0; i < order.length; i++) {
        int j = random.nextInt(i + 1);
        order[i] = order[j];
        order[j] = indices[i];
      }
      return order;
    }

    private static long epochSeed(int epoch) {
      return SEED * 1_000_003 + epoch;
    }

    /** The mean gradient of a batch. */
    private float[] gradient(
        NetworkExecutor executor,
        NativeFloatArray weights,
        NativeFloatArray gradient,
        int[] batch,
        int epoch) {
      float[] sum = new float[parameters.length];
      for (int from = 0; from < batch.length; from += SHARD) {
        int size = Math.min(SHARD, batch.length - from);
        for (int i = 0; i < size; i++) {
          int image = batch[from + i];
          images.copyImage(image, epochSeed(epoch), executor.images(), i * DigitImage.PIXELS);
          executor.setLabel(i, images.label(image));
        }
        executor.forward(weights, size);
        executor.lossWithBackground(size);
        gradient.zero(0, gradient.length());
        executor.backward(weights, gradient, size);
        float[] shard = gradient.toArray();
        for (int i = 0; i < sum.length; i++) {
          sum[i] += shard[i] / batch.length;
        }
      }
      return sum;
    }

    private void step(float[] gradient) {
      double squares = 0;
      for (float value : gradient) {
        squares += (double) value * value;
      }
      double norm = Math.sqrt(squares);
      norms[iteration] = norm;
      double scale = Math.min(1, MAX_GRADIENT_NORM / norm);
      double rate = learningRate();
      iteration++;
      double correction =
          Math.sqrt(1 - Math.pow(BETA2, iteration)) / (1 - Math.pow(BETA1, iteration));
      for (PlacedTensor tensor : NETWORK.tensors()) {
        double decay = isBias(tensor) ? 0 : WEIGHT_DECAY;
        for (int i = tensor.offset(); i < tensor.offset() + tensor.spec().size(); i++) {
          double g = scale * gradient[i];
          m[i] = (float) (BETA1 * m[i] + (1 - BETA1) * g);
          v[i] = (float) (BETA2 * v[i] + (1 - BETA2) * g * g);
          double adam = correction * m[i] / (Math.sqrt(v[i]) + EPSILON);
          parameters[i] -= (float) (rate * (adam + decay * parameters[i]));
        }
      }
    }

    /** Rises from a 25th to the maximum in 30% of the steps, and falls to almost zero. */
    private double learningRate() {
      double last = norms.length - 1;
      double top = 0.3 * norms.length;
      return iteration < top
          ? cosine(MAX_LEARNING_RATE / 25, MAX_LEARNING_RATE, iteration / top)
          : cosine(MAX_LEARNING_RATE, MAX_LEARNING_RATE / 25e4, (iteration - top) / (last - top));
    }

    private static double cosine(double from, double to, double progress) {
      return to + (from - to) * (1 + Math.cos(Math.PI * progress)) / 2;
    }

    static boolean isBias(PlacedTensor tensor) {
      return tensor.name().endsWith(".bias");
    }

    float[] moments() {
      float[] moments = Arrays.copyOf(m, 2 * m.length);
      System.arraycopy(v, 0, moments, m.length, v.length);
      return moments;
    }
  }
}
