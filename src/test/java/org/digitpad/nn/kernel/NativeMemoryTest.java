package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is closed frees its native memory at once, not when the garbage collector finds it. */
final class NativeMemoryTest {
  private static final int BATCH = 3;

  /** Setting the number of OpenBLAS's threads leaves a pointer to the garbage collector. */
  private static final long POINTER = Long.BYTES;

  static List<Architecture> networks() {
    return TestArchitectures.all();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void networksFreeTheirs(Architecture network) {
    long before = Pointer.totalBytes();
    for (boolean training : new boolean[] {false, true}) {
      try (NetworkExecutor executor = new NetworkExecutor(network, BATCH, training)) {
        assertThat(executor.capacity()).isEqualTo(BATCH);
        assertThat(Pointer.totalBytes()).isGreaterThan(before);
      }
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void layersFreeTheirs(Architecture network) {
    for (PlacedLayer layer : network.placedLayers()) {
      long before = Pointer.totalBytes();
      try (LayerExecutor executor = new LayerExecutor(layer.spec(), layer.input(), BATCH)) {
        assertThat(executor.capacity()).isEqualTo(BATCH);
      }
      assertThat(Pointer.totalBytes())
          .as(layer.spec().name())
          .isLessThanOrEqualTo(before + POINTER);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void classifiersFreeTheirs(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 1);
    long before = Pointer.totalBytes();
    try (BatchClassifier classifier = new BatchClassifier(network, parameters, BATCH)) {
      classifier.classify(BATCH);
    }
    assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before + POINTER);
  }

  /** A network that classifies needs no memory for gradients. */
  @ParameterizedTest
  @MethodSource("networks")
  void gradientsHaveMemoryInTrainingOnly(Architecture network) {
    for (PlacedLayer layer : network.placedLayers()) {
      BatchLayout input = layout(network, layer);
      try (LayerKernel inference = LayerKernel.of(layer, input, BATCH, false);
          LayerKernel training = LayerKernel.of(layer, input, BATCH, true)) {
        assertThat(inference.outputGradient().length()).isZero();
        assertThat(training.outputGradient().length()).isEqualTo(training.output().length());
      }
    }
  }

  /** The layout in which a layer gets its input in its network. */
  private static BatchLayout layout(Architecture network, PlacedLayer target) {
    BatchLayout layout = BatchLayout.ofFirstLayer(network.layers().get(0), network.input());
    for (PlacedLayer layer : network.placedLayers()) {
      if (layer.equals(target)) {
        break;
      }
      try (LayerKernel kernel = LayerKernel.of(layer, layout, BATCH, false)) {
        layout = kernel.outputLayout();
      }
    }
    return layout;
  }
}
