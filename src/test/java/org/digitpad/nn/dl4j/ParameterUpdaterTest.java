package org.digitpad.nn.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weight decay and gradient clipping of a whole network, compared with their formulas. */
final class ParameterUpdaterTest {
  private static final SyntheticBatch BATCH = new SyntheticBatch(0, 40);
  private static final double MAX_LEARNING_RATE = 0.01;

  /** Learning rate of the first step of a training of one step. */
  private static final double LEARNING_RATE = MAX_LEARNING_RATE / 25;

  static List<Architecture> networks() {
    return List.of(Architectures.CONV_GRU, TestArchitectures.STACKED_LSTM);
  }

  private record Step(float[] before, float[] after, float[] state) {}

  private static Step step(double weightDecay, double maxGradientNorm) {
    return step(Architectures.CONV_GRU, weightDecay, maxGradientNorm);
  }

  private static Step step(Architecture architecture, double weightDecay, double maxGradientNorm) {
    try (TrainableNetwork network =
        new TrainableNetwork(
            architecture,
            new OneCycleAdamW(MAX_LEARNING_RATE, weightDecay, maxGradientNorm),
            false,
            1,
            1,
            1)) {
      float[] before = network.parameters();
      network.step(BATCH);
      return new Step(before, network.parameters(), network.optimizerState());
    }
  }

  /** The biases of LSTMs do not all start at zero, where a decay would not show. */
  @ParameterizedTest
  @MethodSource("networks")
  void weightsDecayIndependentlyOfTheGradientAndBiasesDoNot(Architecture architecture) {
    double weightDecay = 5;
    Step plain = step(architecture, 0, 1e9);
    Step decayed = step(architecture, weightDecay, 1e9);

    assertThat(decayed.state()).isEqualTo(plain.state());
    for (PlacedTensor tensor : architecture.tensors()) {
      double share = tensor.name().endsWith("bias") ? 0 : LEARNING_RATE * weightDecay;
      for (int i = tensor.offset(); i < tensor.offset() + tensor.spec().size(); i++) {
        assertThat(plain.after()[i] - decayed.after()[i])
            .as(tensor.name())
            .isCloseTo((float) (share * plain.before()[i]), within(1e-6f));
      }
    }
  }

  @Test
  void clipsLongGradientsOnly() {
    Step free = step(0, 1e9);
    double norm = norm(free.state());

    assertThat(step(0, 1.001 * norm).state()).isEqualTo(free.state());
    Step clipped = step(0, norm / 4);
    assertThat(norm(clipped.state())).isCloseTo(norm / 4, within(1e-4 * norm));
    for (int i = 0; i < clipped.before().length; i++) {
      assertThat(4 * clipped.state()[i]).isCloseTo(free.state()[i], within(1e-5f));
    }
  }

  /** Norm of the gradient in the first step, a tenth of which is Adam's first moment. */
  private static double norm(float[] state) {
    double sum = 0;
    for (int i = 0; i < state.length / 2; i++) {
      sum += 100.0 * state[i] * state[i];
    }
    return Math.sqrt(sum);
  }
}
