package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.ReferenceLayers;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;
import org.digitpad.nn.kernel.LayerTrace.Part;
import org.digitpad.nn.kernel.TracedNetwork.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TracedNetworkTest {
  /** Small enough that a step crosses hardly any bend of ReLU, sigmoid or maximum. */
  private static final double STEP = 1e-6;

  private static final int CHECKED_PIXELS = 40;

  /** All recurrent kinds, both with sequences, and sizes that are no multiples of four. */
  private static final Architecture ODD =
      new Architecture(
          "odd",
          "Odd",
          new Shape(11, 7),
          List.of(
              new LayerSpec.Conv1D("conv1", 3, 5),
              new LayerSpec.MaxPool1D("pool", 2),
              new LayerSpec.Lstm("lstm1", 6, true),
              new LayerSpec.Gru("gru", 5, true),
              new LayerSpec.Lstm("lstm2", 3, false),
              new LayerSpec.Softmax("dense", 10)));

  static List<Architecture> networks() {
    return List.of(Architectures.CONV_GRU, Architectures.LSTM, Architectures.MLP, ODD);
  }

  private static float[] image(Architecture network, int seed) {
    return RandomNumbers.image(seed, network.input());
  }

  private static float[] parameters(Architecture network) {
    return RandomNumbers.parameters(network, 41);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void computesTheBitsOfTheClassifier(Architecture network) {
    Classifier classifier = new Classifier(network, parameters(network));
    TracedNetwork traced = new TracedNetwork(network, parameters(network));
    for (int i = 0; i < 5; i++) {
      float[] image = image(network, i);
      float[] expected = classifier.classify(image);
      assertThat(traced.trace(image, UnitMask.NONE).probabilities()).isEqualTo(expected);
      assertThat(traced.classify(image, UnitMask.NONE)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void keepsTheOutputOfEveryLayer(Architecture network) {
    float[] image = image(network, 1);
    NetworkTrace trace =
        new TracedNetwork(network, parameters(network)).trace(image, UnitMask.NONE);
    double[] p = RandomNumbers.toDoubles(parameters(network));
    double[] values = RandomNumbers.toDoubles(image);
    for (LayerTrace layer : trace.layers()) {
      PlacedLayer placed = layer.layer();
      values = ReferenceLayers.layer(placed.spec(), placed.input(), p, placed.offset(), values);
      boolean last = placed.spec() instanceof LayerSpec.Softmax;
      assertThat(RandomNumbers.maxError(values, last ? trace.logits() : layer.output()))
          .as(placed.spec().name())
          .isLessThan(1e-5);
    }
  }

  /** A network whose layer returns all states has the states that the other one hides. */
  @Test
  void keepsTheStatesOfALayerThatReturnsTheLast() {
    for (boolean gru : new boolean[] {true, false}) {
      Architecture hidden = recurrent(gru, false);
      Architecture shown = recurrent(gru, true);
      float[] parameters = parameters(hidden);
      float[] image = image(hidden, 2);
      LayerTrace states =
          new TracedNetwork(hidden, parameters).trace(image, UnitMask.NONE).layers().get(0);
      PlacedLayer layer = shown.placedLayers().get(0);
      double[] all =
          ReferenceLayers.layer(
              layer.spec(),
              layer.input(),
              RandomNumbers.toDoubles(parameters),
              0,
              RandomNumbers.toDoubles(image));
      assertThat(states.steps()).isEqualTo(hidden.input().steps());
      assertThat(RandomNumbers.maxError(all, states.values())).isLessThan(1e-5);
    }
  }

  private static Architecture recurrent(boolean gru, boolean sequences) {
    return new Architecture(
        "recurrent",
        "Recurrent",
        new Shape(6, 5),
        List.of(
            gru
                ? new LayerSpec.Gru("layer", 7, sequences)
                : new LayerSpec.Lstm("layer", 7, sequences),
            new LayerSpec.Dense("hidden", 4),
            new LayerSpec.Softmax("dense", 10)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void beginsAtTheStepFromWhichAnInputDiffers(Architecture network) {
    TracedNetwork traced = new TracedNetwork(network, parameters(network));
    List<UnitMask> masks =
        List.of(UnitMask.NONE, UnitMask.NONE.without(network.layers().get(0).name(), 1));
    for (UnitMask mask : masks) {
      NetworkTrace trace = traced.trace(image(network, 6), mask);
      int features = network.input().features();
      for (int step = 0; step < network.input().steps(); step++) {
        float[] changed = trace.input().clone();
        System.arraycopy(image(network, 7), 0, changed, step * features, Math.min(2, features));
        float[] expected = traced.logits(changed, mask).clone();
        assertThat(traced.logits(trace, changed, step)).isEqualTo(expected);
      }
    }
  }

  @Test
  void gatesGiveTheStates() {
    Architecture network = Architectures.CONV_GRU;
    NetworkTrace trace =
        new TracedNetwork(network, parameters(network)).trace(image(network, 3), UnitMask.NONE);
    LayerTrace gru = trace.layer("gru1");
    for (int i = 0; i < gru.values().length; i++) {
      float before = i < gru.features() ? 0 : gru.values()[i - gru.features()];
      float update = gru.parts().get(Part.UPDATE)[i];
      float candidate = gru.parts().get(Part.CANDIDATE)[i];
      assertThat(gru.values()[i])
          .isCloseTo(update * before + (1 - update) * candidate, within(1e-6f));
      assertThat(gru.parts().get(Part.RESET)[i]).isBetween(0f, 1f);
    }
    LayerTrace lstm =
        new TracedNetwork(Architectures.LSTM, parameters(Architectures.LSTM))
            .trace(image(Architectures.LSTM, 3), UnitMask.NONE)
            .layer("lstm");
    Map<Part, float[]> parts = lstm.parts();
    for (int i = 0; i < lstm.values().length; i++) {
      float before = i < lstm.features() ? 0 : parts.get(Part.CELL)[i - lstm.features()];
      float cell =
          parts.get(Part.FORGET)[i] * before
              + parts.get(Part.INPUT)[i] * parts.get(Part.CANDIDATE)[i];
      assertThat(parts.get(Part.CELL)[i]).isCloseTo(cell, within(1e-6f));
      assertThat(lstm.values()[i])
          .isCloseTo(parts.get(Part.OUTPUT)[i] * (float) Math.tanh(cell), within(2e-6f));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAreThoseOfTheReference(Architecture network) {
    float[] parameters = parameters(network);
    float[] image = image(network, 5);
    TracedNetwork traced = new TracedNetwork(network, parameters);
    NetworkTrace trace = traced.trace(image, UnitMask.NONE);
    double[] p = RandomNumbers.toDoubles(parameters);
    for (Objective objective : Objective.values()) {
      float[] gradient = traced.inputGradient(trace, 4, objective);
      double largest = 0;
      for (float value : gradient) {
        largest = Math.max(largest, Math.abs(value));
      }
      assertThat(largest).isPositive();
      for (int pixel : new Random(6).ints(CHECKED_PIXELS, 0, image.length).toArray()) {
        double difference =
            (value(network, p, image, pixel, STEP, objective)
                    - value(network, p, image, pixel, -STEP, objective))
                / (2 * STEP);
        assertThat((double) gradient[pixel])
            .as("%s, input %d", objective, pixel)
            .isCloseTo(difference, within(1e-4 * largest));
      }
    }
  }

  /** Logit or log probability of class 4, with one input changed, in double precision. */
  private static double value(
      Architecture network,
      double[] p,
      float[] image,
      int pixel,
      double change,
      Objective objective) {
    double[] sample = RandomNumbers.toDoubles(image);
    sample[pixel] += change;
    double[] logits = ReferenceLayers.logits(network, p, sample);
    return objective == Objective.LOGIT ? logits[4] : Math.log(ReferenceLayers.softmax(logits)[4]);
  }

  /** A unit without weights and bias is 0: the filter of a convolution, or a unit's candidate. */
  @ParameterizedTest
  @MethodSource("networks")
  void aUnitThatIsOffIsOneWithoutWeights(Architecture network) {
    TracedNetwork traced = new TracedNetwork(network, parameters(network));
    List<PlacedLayer> layers = network.placedLayers();
    for (PlacedLayer layer : layers.subList(0, layers.size() - 1)) {
      if (layer.parameterCount() == 0) {
        continue;
      }
      int unit = 2;
      float[] parameters = parameters(network);
      removeWeights(layer, unit, parameters);
      TracedNetwork without = new TracedNetwork(network, parameters);
      UnitMask mask = UnitMask.NONE.without(layer.spec().name(), unit);
      float[] image = image(network, 7);

      NetworkTrace masked = traced.trace(image, mask);
      NetworkTrace expected = without.trace(image, UnitMask.NONE);

      assertThat(masked.probabilities()).containsExactly(expected.probabilities(), within(1e-6f));
      assertThat(traced.classify(image, mask)).isEqualTo(masked.probabilities());
      assertThat(traced.inputGradient(masked, 3, Objective.LOGIT))
          .containsExactly(without.inputGradient(expected, 3, Objective.LOGIT), within(1e-5f));
      assertThat(masked.layer(layer.spec().name()).value(0, unit)).isZero();
    }
    assertThat(traced.trace(image(network, 7), UnitMask.NONE).probabilities())
        .isEqualTo(new Classifier(network, parameters(network)).classify(image(network, 7)));
  }

  private static void removeWeights(PlacedLayer layer, int unit, float[] parameters) {
    int units = layer.output().features();
    int at = layer.offset();
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Dense) {
      int inputs = layer.input().size();
      for (int i = 0; i < inputs; i++) {
        parameters[at + unit * inputs + i] = 0;
      }
      parameters[at + units * inputs + unit] = 0;
      return;
    }
    // rows of all columns, the bias last; the candidate is the third gate of either kind
    int columns = spec instanceof LayerSpec.Recurrent each ? each.gates() * units : units;
    int column = spec instanceof LayerSpec.Recurrent ? 2 * units + unit : unit;
    for (int i = column; i < layer.parameterCount(); i += columns) {
      parameters[at + i] = 0;
    }
  }

  @Test
  void aWholeLayerCanBeOff() {
    Architecture network = Architectures.CONV_GRU;
    TracedNetwork traced = new TracedNetwork(network, parameters(network));
    PlacedLayer conv = network.placedLayers().get(0);
    UnitMask mask = UnitMask.NONE.without(conv);
    float[] one = traced.classify(image(network, 1), mask);
    assertThat(traced.classify(image(network, 2), mask)).isEqualTo(one);
    assertThat(mask.restored("conv1")).isEqualTo(UnitMask.NONE);
    assertThat(UnitMask.NONE.without("conv1", 3).restored("conv1", 3)).isEqualTo(UnitMask.NONE);
  }

  @Test
  void masksMustFit() {
    Architecture network = Architectures.MLP;
    TracedNetwork traced = new TracedNetwork(network, parameters(network));
    float[] image = image(network, 1);
    for (String layer : List.of("conv1", "dense")) {
      assertThatThrownBy(() -> traced.classify(image, UnitMask.NONE.without(layer, 0)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> traced.classify(image, UnitMask.NONE.without("hidden1", 256)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(new UnitMask(Map.of("hidden1", Set.of()))).isEqualTo(UnitMask.NONE);
    assertThatThrownBy(() -> traced.classify(new float[5], UnitMask.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void classifiesFromAnyLayer() {
    Architecture network = Architectures.CONV_GRU;
    TracedNetwork traced = new TracedNetwork(network, parameters(network));
    NetworkTrace trace = traced.trace(image(network, 1), UnitMask.NONE);
    for (int layer = 0; layer < trace.layers().size() - 1; layer++) {
      assertThat(traced.classifyFrom(layer, trace.layers().get(layer).output(), UnitMask.NONE))
          .isEqualTo(trace.probabilities());
    }
    assertThatThrownBy(() -> traced.classifyFrom(0, new float[3], UnitMask.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
