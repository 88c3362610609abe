package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.digitpad.io.BadInputException;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.ReferenceLayers;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  private static final float[] PARAMETERS = RandomNumbers.parameters(CONV_GRU, 41);

  /** Sizes that are no multiples of those of vectors, windows and unrolled loops. */
  private static final Architecture ODD =
      new Architecture(
          "odd",
          "Odd",
          new Shape(11, 7),
          List.of(
              new LayerSpec.Conv1D("conv1", 3, 5),
              new LayerSpec.Conv1D("conv2", 2, 9),
              new LayerSpec.MaxPool1D("pool", 3),
              new LayerSpec.Gru("gru", 5, true),
              new LayerSpec.Lstm("lstm", 3, false),
              new LayerSpec.Softmax("dense", 10)));

  /** Two windows are computed at once: here are five, of which the last one is alone. */
  private static final Architecture FIVE_WINDOWS =
      new Architecture(
          "windows",
          "Windows",
          new Shape(7, 3),
          List.of(
              new LayerSpec.Conv1D("conv", 3, 4),
              new LayerSpec.MaxPool1D("pool", 5),
              new LayerSpec.Softmax("dense", 10)));

  static List<Architecture> networks() {
    return List.of(
        Architectures.CONV_GRU, Architectures.LSTM, Architectures.MLP, ODD, FIVE_WINDOWS);
  }

  private static float[] image(Architecture network, int seed) {
    return RandomNumbers.image(seed, network.input());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void matchesTheReference(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 41);
    Classifier classifier = new Classifier(network, parameters);
    for (int i = 0; i < 10; i++) {
      double[] logits =
          ReferenceLayers.logits(
              network,
              RandomNumbers.toDoubles(parameters),
              RandomNumbers.toDoubles(image(network, i)));
      float[] actual = classifier.classify(image(network, i));
      assertThat(RandomNumbers.maxError(ReferenceLayers.softmax(logits), actual)).isLessThan(1e-5);
      assertThat(actual).hasSize(10);
      double logSumExp = Math.log(Arrays.stream(logits).map(Math::exp).sum());
      assertThat(classifier.logSumExp()).isCloseTo((float) logSumExp, within(1e-4f));
    }
  }

  /** What is skipped where a value is zero must not depend on where the zeros are. */
  @ParameterizedTest
  @MethodSource("networks")
  void matchesTheReferenceOnMostlyBlankImages(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 42);
    Classifier classifier = new Classifier(network, parameters);
    for (int ink = 0; ink < 8; ink++) {
      float[] image = new float[network.input().size()];
      for (int i = 0; i < ink; i++) {
        image[(31 * i + 5 * ink) % image.length] = 0.5f;
      }
      double[] logits =
          ReferenceLayers.logits(
              network, RandomNumbers.toDoubles(parameters), RandomNumbers.toDoubles(image));
      assertThat(
              RandomNumbers.maxError(ReferenceLayers.softmax(logits), classifier.classify(image)))
          .isLessThan(1e-5);
    }
  }

  /** Lists of the values that are not zero are never longer. */
  @ParameterizedTest
  @MethodSource("networks")
  void matchesTheReferenceOnAnImageFullOfInk(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 44);
    float[] image = new float[network.input().size()];
    Arrays.fill(image, 1);
    double[] logits =
        ReferenceLayers.logits(
            network, RandomNumbers.toDoubles(parameters), RandomNumbers.toDoubles(image));
    assertThat(
            RandomNumbers.maxError(
                ReferenceLayers.softmax(logits),
                new Classifier(network, parameters).classify(image)))
        .isLessThan(1e-5);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void isDeterministic(Architecture network) {
    Classifier classifier = new Classifier(network, RandomNumbers.parameters(network, 41));
    float[] first = classifier.classify(image(network, 1));
    float[] copy = first.clone();
    classifier.classify(image(network, 2));
    assertThat(first).as("kept").isEqualTo(copy);
    assertThat(classifier.classify(image(network, 1))).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void classifiesTheSameWithBlas(Architecture network) {
    float[] parameters = RandomNumbers.parameters(network, 43);
    Classifier java = new Classifier(network, parameters);
    Classifier optimized = new Classifier(network, parameters);
    optimized.optimizeForManyImages();
    for (int i = 0; i < 5; i++) {
      double[] expected = RandomNumbers.toDoubles(java.classify(image(network, i)));
      assertThat(RandomNumbers.maxError(expected, optimized.classify(image(network, i))))
          .isLessThan(2e-6);
      assertThat(optimized.logSumExp()).isCloseTo(java.logSumExp(), within(1e-5f));
    }
  }

  @Test
  void copiesTheParameters() {
    float[] values = PARAMETERS.clone();
    Classifier classifier = new Classifier(CONV_GRU, values);
    float[] before = classifier.classify(image(CONV_GRU, 1));
    Arrays.fill(values, 0);
    assertThat(classifier.classify(image(CONV_GRU, 1))).isEqualTo(before);
  }

  @Test
  void refusesParametersThatGiveNoNumbers() {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] values = PARAMETERS.clone();
      values[values.length - 1] = value;
      Classifier classifier = new Classifier(CONV_GRU, values);
      assertThatThrownBy(() -> classifier.classify(image(CONV_GRU, 1)))
          .isInstanceOf(BadInputException.class);
      assertThatThrownBy(() -> Classifier.checkFinite(CONV_GRU, values))
          .isInstanceOf(BadInputException.class);
    }
  }

  /** Weights that a blank image does not meet. */
  @Test
  void refusesParametersThatGiveNoNumbersForInkAlone() {
    Architecture network = Architectures.MLP;
    float[] values = new float[network.parameterCount()];
    Classifier.checkFinite(network, values);
    Arrays.fill(values, 0, network.tensors().get(0).spec().size(), 1e36f);

    assertThatThrownBy(() -> Classifier.checkFinite(network, values))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void rejectsParametersOfAnotherNetwork() {
    assertThatThrownBy(() -> new Classifier(CONV_GRU, new float[100]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("28506");
  }

  @Test
  void rejectsANetworkWithoutSoftmax() {
    Architecture cut =
        new Architecture("cut", "Cut", new Shape(4, 4), List.of(new LayerSpec.Dense("dense", 3)));
    assertThatThrownBy(() -> new Classifier(cut, new float[cut.parameterCount()]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("softmax");
  }
}
