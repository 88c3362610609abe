package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchClassifierTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;
  private static final int SIZE = CONV_GRU.input().size();
  private static final float[] PARAMETERS = RandomNumbers.parameters(CONV_GRU, 41);

  static List<Architecture> networks() {
    return Architectures.all();
  }

  private static float[] image(int seed) {
    return RandomNumbers.image(seed, CONV_GRU.input());
  }

  /** A batch and a single image take different ways, which round differently. */
  @ParameterizedTest
  @MethodSource("networks")
  void agreesWithTheClassifierOfSingleImages(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 41);
    Classifier one = new Classifier(network, parameters);
    try (BatchClassifier many = new BatchClassifier(network, parameters, 256)) {
      assertThat(many.capacity()).isEqualTo(256);
      for (int batch : new int[] {256, 100, 1}) {
        for (int b = 0; b < batch; b++) {
          System.arraycopy(image(b), 0, many.images(), b * SIZE, SIZE);
        }
        float[] all = many.classify(batch);
        assertThat(all).hasSize(batch * 10);
        for (int b = 0; b < batch; b++) {
          double[] expected = RandomNumbers.toDoubles(one.classify(image(b)));
          assertThat(RandomNumbers.maxError(expected, Arrays.copyOfRange(all, b * 10, b * 10 + 10)))
              .isLessThan(2e-6);
        }
      }
    }
  }

  @Test
  void theFastestBatchDependsOnTheNetworkAndTheProcessor() {
    int recurrent = Blas.hasSmallMatrixKernels() ? 32 : 128;
    assertThat(BatchClassifier.fastestBatchSize(CONV_GRU)).isEqualTo(recurrent);
    assertThat(BatchClassifier.fastestBatchSize(Architectures.MLP)).isEqualTo(256);
  }

  @Test
  void copiesTheParameters() {
    float[] values = PARAMETERS.clone();
    try (BatchClassifier classifier = new BatchClassifier(CONV_GRU, values, 1)) {
      float[] before = classifier.classify(1);
      Arrays.fill(values, 0);
      assertThat(classifier.classify(1)).isEqualTo(before);
    }
  }

  @Test
  void noticesAnyImageOfABatchThatGivesNoNumbers() {
    try (BatchClassifier classifier = new BatchClassifier(CONV_GRU, PARAMETERS, 3)) {
      classifier.images()[2 * SIZE] = Float.NaN;
      assertThat(classifier.classify(2)).doesNotContain(Float.NaN);
      assertThatThrownBy(() -> classifier.classify(3)).isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void rejectsParametersOfAnotherNetwork() {
    assertThatThrownBy(() -> new BatchClassifier(CONV_GRU, new float[100], 1).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("28506");
  }

  @Test
  void rejectsBatchesBeyondItsCapacity() {
    try (BatchClassifier classifier = new BatchClassifier(CONV_GRU, PARAMETERS, 2)) {
      assertThat(classifier.images()).hasSize(2 * SIZE);
      assertThatThrownBy(() -> classifier.classify(3)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
