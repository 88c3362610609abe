package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.ReferenceLayers;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  private static final float[] PARAMETERS = RandomNumbers.parameters(CONV_GRU, 41);

  private static float[] image(int seed) {
    return RandomNumbers.image(seed, CONV_GRU.input());
  }

  static List<Architecture> networks() {
    return Architectures.all();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void matchesTheReference(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 41);
    try (Classifier classifier = new Classifier(network, parameters, 1)) {
      for (int i = 0; i < 10; i++) {
        double[] expected =
            ReferenceLayers.softmax(
                ReferenceLayers.logits(
                    network,
                    RandomNumbers.toDoubles(parameters),
                    RandomNumbers.toDoubles(image(i))));
        float[] actual = classifier.classify(image(i));
        assertThat(RandomNumbers.maxError(expected, actual)).isLessThan(1e-5);
        assertThat(actual).hasSize(10);
      }
    }
  }

  /**
   * Matrix products of other sizes may round differently; where this was measured, they did not.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void doesNotDependOnTheBatchSize(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 41);
    try (Classifier one = new Classifier(network, parameters, 1);
        Classifier many = new Classifier(network, parameters, 256)) {
      assertThat(one.capacity()).isEqualTo(1);
      assertThat(many.capacity()).isEqualTo(256);
      for (int batch : new int[] {256, 100, 1}) {
        for (int b = 0; b < batch; b++) {
          System.arraycopy(
              image(b), 0, many.images(), b * network.input().size(), network.input().size());
        }
        float[] all = many.classifyBatch(batch);
        assertThat(all).hasSize(batch * 10);
        for (int b = 0; b < batch; b++) {
          double[] expected = RandomNumbers.toDoubles(one.classify(image(b)));
          assertThat(RandomNumbers.maxError(expected, Arrays.copyOfRange(all, b * 10, b * 10 + 10)))
              .isLessThan(2e-6);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void isDeterministic(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 41);
    try (Classifier one = new Classifier(network, parameters, 1);
        Classifier many = new Classifier(network, parameters, 256)) {
      float[] first = one.classify(image(1));
      one.classify(image(2));
      assertThat(one.classify(image(1))).isEqualTo(first);
      assertThat(many.classify(image(1))).isEqualTo(first);
    }
  }

  @Test
  void copiesTheParameters() {
    float[] values = PARAMETERS.clone();
    try (Classifier classifier = new Classifier(CONV_GRU, values, 1)) {
      float[] before = classifier.classify(image(1));
      Arrays.fill(values, 0);
      assertThat(classifier.classify(image(1))).isEqualTo(before);
    }
  }

  @Test
  void refusesParametersThatGiveNoNumbers() {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] values = PARAMETERS.clone();
      values[values.length - 1] = value;
      try (Classifier classifier = new Classifier(CONV_GRU, values, 1)) {
        assertThatThrownBy(() -> classifier.classify(image(1)))
            .isInstanceOf(BadInputException.class);
      }
    }
  }

  @Test
  void noticesAnyImageOfABatchThatGivesNoNumbers() {
    int size = CONV_GRU.input().size();
    try (Classifier classifier = new Classifier(CONV_GRU, PARAMETERS, 3)) {
      classifier.images()[2 * size] = Float.NaN;
      assertThat(classifier.classifyBatch(2)).doesNotContain(Float.NaN);
      assertThatThrownBy(() -> classifier.classifyBatch(3)).isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void rejectsParametersOfAnotherNetwork() {
    assertThatThrownBy(() -> new Classifier(CONV_GRU, new float[100], 1).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("28506");
  }

  @Test
  void rejectsBatchesBeyondItsCapacity() {
    try (Classifier classifier = new Classifier(CONV_GRU, PARAMETERS, 2)) {
      assertThat(classifier.images()).hasSize(2 * CONV_GRU.input().size());
      assertThatThrownBy(() -> classifier.classifyBatch(3))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
