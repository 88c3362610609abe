package org.digitpad.nn.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.Initializer.ForgetBias;
import org.digitpad.nn.arch.Initializer.GlorotUniform;
import org.digitpad.nn.arch.Initializer.OrthogonalBlocks;
import org.digitpad.nn.arch.Initializer.Zero;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

class ParameterInitializersTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  private static float[] newParameters(long seed) {
    return newParameters(CONV_GRU, seed);
  }

  private static float[] newParameters(Architecture architecture, long seed) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            NetworkConfigurations.of(architecture, new Adam(1e-3), seed, DataType.FLOAT));
    network.init();
    float[] parameters = network.params().reshape(network.numParams()).toFloatVector();
    network.close();
    return parameters;
  }

  private static double[] tensor(Architecture.PlacedTensor tensor, float[] parameters) {
    int end = tensor.offset() + tensor.spec().size();
    return RandomNumbers.toDoubles(Arrays.copyOfRange(parameters, tensor.offset(), end));
  }

  @Test
  void biasesAreZero() {
    float[] parameters = newParameters(1);
    for (Architecture.PlacedTensor tensor : CONV_GRU.tensors()) {
      boolean bias = tensor.name().endsWith("bias");
      assertThat(tensor.spec().initializer() instanceof Zero).isEqualTo(bias);
      if (bias) {
        assertThat(tensor(tensor, parameters)).containsOnly(0);
      }
    }
  }

  /** A new LSTM forgets nothing; its other gates start half open. */
  @Test
  void forgetGatesStartOpen() {
    float[] parameters = newParameters(TestArchitectures.STACKED_LSTM, 1);
    for (Architecture.PlacedTensor tensor : TestArchitectures.STACKED_LSTM.tensors()) {
      if (tensor.spec().initializer() instanceof ForgetBias forget) {
        int units = forget.units();
        double[] expected = new double[4 * units];
        Arrays.fill(expected, units, 2 * units, 1);
        assertThat(tensor(tensor, parameters)).isEqualTo(expected);
      }
    }
    assertThat(TestArchitectures.STACKED_LSTM.tensors())
        .filteredOn(tensor -> tensor.spec().initializer() instanceof ForgetBias)
        .extracting(Architecture.PlacedTensor::name)
        .containsExactly("lstm1.bias", "lstm2.bias");
  }

  /** A uniform distribution in ±a has the variance a²/3 and comes close to both ends. */
  @Test
  void glorotWeightsAreUniformWithinTheirBounds() {
    float[] parameters = newParameters(2);
    for (Architecture.PlacedTensor tensor : CONV_GRU.tensors()) {
      if (tensor.spec().initializer() instanceof GlorotUniform glorot) {
        double bound = Math.sqrt(6.0 / (glorot.fanIn() + glorot.fanOut()));
        double[] values = tensor(tensor, parameters);
        // four standard errors of the mean square and the mean
        double sigmas = 4 / Math.sqrt(values.length);
        assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow())
            .isLessThanOrEqualTo(bound * (1 + 1e-6));
        assertThat(Arrays.stream(values).max().orElseThrow()).isGreaterThan(0.9 * bound);
        assertThat(Arrays.stream(values).min().orElseThrow()).isLessThan(-0.9 * bound);
        double mean = Arrays.stream(values).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(sigmas * bound / Math.sqrt(3)));
        double square = Math.pow(RandomNumbers.rootMeanSquare(values), 2);
        assertThat(square / (bound * bound / 3)).isCloseTo(1, within(sigmas * Math.sqrt(0.8)));
      }
    }
  }

  @Test
  void recurrentBlocksAreOrthogonal() {
    recurrentBlocksAreOrthogonal(CONV_GRU);
    recurrentBlocksAreOrthogonal(TestArchitectures.STACKED_LSTM);
  }

  private static void recurrentBlocksAreOrthogonal(Architecture architecture) {
    float[] parameters = newParameters(architecture, 3);
    for (Architecture.PlacedTensor tensor : architecture.tensors()) {
      if (tensor.spec().initializer() instanceof OrthogonalBlocks blocks) {
        double[] values = tensor(tensor, parameters);
        for (int block = 0; block < blocks.blocks(); block++) {
          assertThat(orthogonalityError(values, blocks, block)).isLessThan(1e-5);
        }
        // each gate has its own matrix
        assertThat(column(values, blocks, 0)).isNotEqualTo(column(values, blocks, blocks.size()));
      }
    }
  }

  /** Largest deviation of UᵀU from the identity. */
  private static double orthogonalityError(double[] values, OrthogonalBlocks blocks, int block) {
    int size = blocks.size();
    double maxError = 0;
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double[] left = column(values, blocks, block * size + a);
        double[] right = column(values, blocks, block * size + b);
        double product = 0;
        for (int i = 0; i < size; i++) {
          product += left[i] * right[i];
        }
        maxError = Math.max(maxError, Math.abs(product - (a == b ? 1 : 0)));
      }
    }
    return maxError;
  }

  private static double[] column(double[] values, OrthogonalBlocks blocks, int column) {
    double[] result = new double[blocks.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i * blocks.size() * blocks.blocks() + column];
    }
    return result;
  }

  @Test
  void dependsOnTheSeed() {
    float[] first = newParameters(4);
    assertThat(newParameters(4)).isEqualTo(first);
    float[] other = newParameters(5);
    for (Architecture.PlacedTensor tensor : CONV_GRU.tensors()) {
      if (!(tensor.spec().initializer() instanceof Zero)) {
        assertThat(tensor(tensor, other)).isNotEqualTo(tensor(tensor, first));
      }
    }
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    int threads = Nd4j.getEnvironment().maxThreads();
    try {
      Nd4j.getEnvironment().setMaxThreads(1);
      float[] one = newParameters(6);
      Nd4j.getEnvironment().setMaxThreads(4);
      assertThat(newParameters(6)).isEqualTo(one);
    } finally {
      Nd4j.getEnvironment().setMaxThreads(threads);
    }
  }

  @Test
  void doesNotDependOnTheCallingThread() {
    float[] here = newParameters(7);
    assertThat(CompletableFuture.supplyAsync(() -> newParameters(7)).join()).isEqualTo(here);
  }
}
