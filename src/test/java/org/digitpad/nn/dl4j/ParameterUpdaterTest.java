package org.digitpad.nn.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.dl4j.Optimizer.OneCycleAdamW;
import org.junit.jupiter.api.Test;

/** Decay and clipping against their formulas, on a whole network. */
final class ParameterUpdaterTest {
  private static final Images BATCH = new Images(0, 40);
  private static final double PEAK = 0.01;

  /** With one step in all, the first has this rate. */
  private static final double RATE = PEAK / 25;

  private record Step(float[] before, float[] after, float[] state) {}

  private static Step step(double decay, double longest) {
    try (TrainableNetwork network =
        new TrainableNetwork(
            Architectures.CONV_GRU, new OneCycleAdamW(PEAK, decay, longest), false, 1, 1, 1)) {
      float[] before = network.parameters();
      network.step(BATCH);
      return new Step(before, network.parameters(), network.optimizerState());
    }
  }

  @Test
  void weightsDecayApartFromTheGradientAndBiasesDoNot() {
    double decay = 5;
    Step plain = step(0, 1e9);
    Step decayed = step(decay, 1e9);

    assertThat(decayed.state()).isEqualTo(plain.state());
    for (PlacedTensor tensor : Architectures.CONV_GRU.tensors()) {
      double share = tensor.name().endsWith("bias") ? 0 : RATE * decay;
      for (int i = tensor.offset(); i < tensor.offset() + tensor.spec().size(); i++) {
        assertThat(plain.after()[i] - decayed.after()[i])
            .as(tensor.name())
            .isCloseTo((float) (share * plain.before()[i]), within(1e-6f));
      }
    }
  }

  @Test
  void aLongGradientIsScaledDownAndAShortOneIsNot() {
    Step free = step(0, 1e9);
    double length = length(free.state());

    assertThat(step(0, 1.001 * length).state()).isEqualTo(free.state());
    Step clipped = step(0, length / 4);
    assertThat(length(clipped.state())).isCloseTo(length / 4, within(1e-4 * length));
    for (int i = 0; i < clipped.before().length; i++) {
      assertThat(4 * clipped.state()[i]).isCloseTo(free.state()[i], within(1e-5f));
    }
  }

  /** Length of the gradient of the first step: Adam's first moments are a tenth of it. */
  private static double length(float[] state) {
    double sum = 0;
    for (int i = 0; i < state.length / 2; i++) {
      sum += 100.0 * state[i] * state[i];
    }
    return Math.sqrt(sum);
  }
}
