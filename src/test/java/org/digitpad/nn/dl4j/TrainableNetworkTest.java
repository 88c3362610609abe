package org.digitpad.nn.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Optimizer.FixedRateAdam;
import org.digitpad.nn.dl4j.TrainableNetwork.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

class TrainableNetworkTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  private static final double LEARNING_RATE = 1e-3;

  private static TrainableNetwork network(long seed, int threads) {
    return network(CONV_GRU, seed, threads);
  }

  private static TrainableNetwork network(Architecture architecture, long seed, int threads) {
    return new TrainableNetwork(
        architecture, new FixedRateAdam(LEARNING_RATE), false, seed, 1000, threads);
  }

  /** Batch sizes: whole shards only, with a partial shard, a partial shard only and one image. */
  private static final int[] SIZES = {128, 70, 5, 32, 1, 97};

  static List<Architecture> networks() {
    return TestArchitectures.all();
  }

  static List<Architecture> ours() {
    return Architectures.all();
  }

  private record Run(float[] parameters, float[] optimizerState, double loss, int correct) {}

  private static Run run(Architecture architecture, int threads) {
    try (TrainableNetwork network = network(architecture, 1, threads)) {
      double loss = 0;
      int correct = 0;
      for (int i = 0; i < SIZES.length; i++) {
        StepResult result = network.step(new SyntheticBatch(1000 * i, SIZES[i]));
        loss += result.loss();
        correct += result.correct();
      }
      assertThat(network.iteration()).isEqualTo(SIZES.length);
      return new Run(network.parameters(), network.optimizerState(), loss, correct);
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void theNumberOfThreadsDoesNotMatter(Architecture architecture) {
    Run one = run(architecture, 1);
    for (int threads : new int[] {1, 2, 3}) {
      Run other = run(architecture, threads);
      assertThat(other.parameters()).isEqualTo(one.parameters());
      assertThat(other.optimizerState()).isEqualTo(one.optimizerState());
      assertThat(other.loss()).isEqualTo(one.loss());
      assertThat(other.correct()).isEqualTo(one.correct());
    }
    try (TrainableNetwork network = network(architecture, 1, 1)) {
      assertThat(network.parameters()).isNotEqualTo(one.parameters());
    }
  }

  /**
   * Adam's first step moves each weight by the whole learning rate along the sign of its gradient,
   * however small. Where the gradient is mere rounding error, the two may differ, so only Adam's
   * state is compared there.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void aStepMatchesDl4j(Architecture architecture) {
    SyntheticBatch batch = new SyntheticBatch(architecture.input(), 10, 0, 70);
    MultiLayerNetwork dl4j =
        new MultiLayerNetwork(
            NetworkConfigurations.of(architecture, new Adam(LEARNING_RATE), 3, DataType.FLOAT));
    dl4j.init();
    try (TrainableNetwork network = network(architecture, 3, 2)) {
      float[] start = network.parameters();
      assertThat(vector(dl4j.params())).isEqualTo(start);
      for (int i = 0; i < 2; i++) {
        StepResult result = network.step(batch);
        dl4j.fit(batch.dataSet(DataType.FLOAT));
        assertThat(result.loss() / batch.size()).isCloseTo(dl4j.score(), within(1e-5));
        float[] state = network.optimizerState();
        float[] expectedState = vector(dl4j.getUpdater().getStateViewArray());
        float[] actual = network.parameters();
        float[] expected = vector(dl4j.params());
        assertThat(state).hasSize(2 * actual.length);
        double maxStateError = 0;
        double maxError = 0;
        int compared = 0;
        for (int j = 0; j < actual.length; j++) {
          maxStateError = Math.max(maxStateError, Math.abs(state[j] - expectedState[j]));
          if (Math.abs(expectedState[j]) > 1e-5) {
            maxError = Math.max(maxError, Math.abs(actual[j] - expected[j]));
            compared++;
          }
        }
        assertThat(maxStateError).isLessThan(1e-6);
        assertThat(maxError).isLessThan(1e-5);
        assertThat(compared).isGreaterThan(actual.length / 3);
        assertThat(actual).isNotEqualTo(start);
      }
    } finally {
      dl4j.close();
    }
  }

  private static float[] vector(INDArray array) {
    return array.reshape(array.length()).toFloatVector();
  }

  @Test
  void learns() {
    SyntheticBatch batch = new SyntheticBatch(0, 40);
    try (TrainableNetwork network =
        new TrainableNetwork(CONV_GRU, new FixedRateAdam(3e-3), false, 2, 1000, 2)) {
      double first = network.step(batch).loss();
      assertThat(first / batch.size()).isCloseTo(Math.log(10), within(0.5));
      StepResult last = null;
      for (int i = 0; i < 60; i++) {
        last = network.step(batch);
      }
      assertThat(last.loss()).isLessThan(first / 4);
      assertThat(last.correct()).isGreaterThan(36);
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void resumesBitForBit(Architecture architecture) {
    float[] expected;
    float[] expectedState;
    float[] half;
    float[] halfState;
    try (TrainableNetwork network = network(architecture, 1, 2)) {
      network.step(new SyntheticBatch(0, 40));
      network.step(new SyntheticBatch(40, 40));
      half = network.parameters();
      halfState = network.optimizerState();
      network.step(new SyntheticBatch(80, 40));
      network.step(new SyntheticBatch(120, 7));
      expected = network.parameters();
      expectedState = network.optimizerState();
    }
    try (TrainableNetwork network = network(architecture, 99, 1)) {
      network.step(new SyntheticBatch(500, 3));
      network.restore(half, halfState, 2);
      assertThat(network.parameters()).isEqualTo(half);
      assertThat(network.optimizerState()).isEqualTo(halfState);
      assertThat(network.iteration()).isEqualTo(2);
      network.step(new SyntheticBatch(80, 40));
      network.step(new SyntheticBatch(120, 7));
      assertThat(network.parameters()).isEqualTo(expected);
      assertThat(network.optimizerState()).isEqualTo(expectedState);
    }
    try (TrainableNetwork network = network(architecture, 99, 1)) {
      network.restore(half, halfState, 0);
      network.step(new SyntheticBatch(80, 40));
      network.step(new SyntheticBatch(120, 7));
      assertThat(network.parameters()).as("the iteration matters").isNotEqualTo(expected);
    }
  }

  @Test
  void rejectsTheStateOfAnotherNetwork() {
    try (TrainableNetwork network = network(1, 1)) {
      float[] parameters = network.parameters();
      float[] state = network.optimizerState();
      assertThatThrownBy(() -> network.restore(new float[100], state, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("100");
      assertThatThrownBy(() -> network.restore(new float[parameters.length], new float[1], 1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(network.parameters()).isEqualTo(parameters);
      assertThat(network.iteration()).isZero();
    }
  }

  @Test
  void returnsACopyOfItsParameters() {
    try (TrainableNetwork network = network(1, 1)) {
      float[] parameters = network.parameters();
      float[] copy = parameters.clone();
      network.step(new SyntheticBatch(0, 4));
      assertThat(parameters).isEqualTo(copy);
      assertThat(network.architecture()).isSameAs(CONV_GRU);
    }
  }

  /** Images, one of which runs a hook when it is requested: to fail or to wait. */
  private record HookedBatch(SyntheticBatch images, int position, Runnable hook) implements Batch {
    @Override
    public int size() {
      return images.size();
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
      if (index == position) {
        hook.run();
      }
      images.copyImage(index, target, offset);
    }

    @Override
    public int label(int index) {
      return images.label(index);
    }
  }

  @Test
  void reportsWhyAStepFailedAndContinues() {
    IllegalArgumentException cause = new IllegalArgumentException("no such image");
    Batch bad =
        new HookedBatch(
            new SyntheticBatch(7, 100),
            40,
            () -> {
              throw cause;
            });
    try (TrainableNetwork network = network(1, 2);
        TrainableNetwork twin = network(1, 2)) {
      assertThatThrownBy(() -> network.step(bad))
          .isInstanceOf(IllegalStateException.class)
          .cause()
          .isSameAs(cause);
      assertThat(network.iteration()).isZero();
      assertThat(network.parameters()).isEqualTo(twin.parameters());
      network.step(new SyntheticBatch(0, 100));
      twin.step(new SyntheticBatch(0, 100));
      assertThat(network.parameters()).isEqualTo(twin.parameters());
    }
  }

  /** Workers use native memory, so a step must not return while one of them is running. */
  @Test
  void finishesAStepWhenInterrupted() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Batch slow =
        new HookedBatch(
            new SyntheticBatch(0, 128),
            127,
            () -> {
              entered.countDown();
              while (release.getCount() > 0) {
                Thread.onSpinWait();
              }
            });
    AtomicReference<StepResult> result = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    Thread training =
        new Thread(
            () -> {
              try (TrainableNetwork network = network(1, 2)) {
                result.set(network.step(slow));
                interrupted.set(Thread.currentThread().isInterrupted());
              }
            });
    training.start();
    entered.await();
    training.interrupt();
    release.countDown();
    training.join();
    assertThat(interrupted.get()).isTrue();
    try (TrainableNetwork network = network(1, 1)) {
      assertThat(result.get()).isEqualTo(network.step(new SyntheticBatch(0, 128)));
    }
  }
}
