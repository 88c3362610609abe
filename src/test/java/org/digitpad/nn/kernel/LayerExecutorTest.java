package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.digitpad.nn.GradientCheck;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.ReferenceLayers;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.digitpad.nn.arch.LayerSpec.Gru;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.digitpad.nn.arch.LayerSpec.Softmax;
import org.digitpad.nn.arch.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kernel compared with {@link ReferenceLayers}, also in sizes that are no multiples of blocks
 * and vector registers.
 */
class LayerExecutorTest {
  /** Measured: at most 1.6e-6, mostly from the approximation of tanh. */
  private static final double FORWARD_TOLERANCE = 1e-5;

  /** Measured: at most 2.4e-6, and no point skipped. */
  private static final double BACKWARD_TOLERANCE = 2e-5;

  /** Multiplications of the reference per case, which limits the number of derivatives. */
  private static final double MAX_MULTIPLICATIONS = 4e7;

  /** A layer with random parameters, input and output gradient. */
  private static final class Case {
    private final LayerSpec spec;
    private final Shape input;
    private final int batch;
    private final double scale;
    private final float[] parameters;
    private final float[] samples;
    private final float[] outputGradient;

    Case(LayerSpec spec, Shape input, int batch) {
      this(spec, input, batch, 1);
    }

    Case(LayerSpec spec, Shape input, int batch, double scale) {
      this.spec = spec;
      this.input = input;
      this.batch = batch;
      this.scale = scale;
      this.parameters = RandomNumbers.parameters(spec, input, 11);
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] *= (float) scale;
      }
      this.samples = RandomNumbers.normal(12, batch * input.size(), 1);
      this.outputGradient = RandomNumbers.normal(13, batch * output().size(), 1);
    }

    Shape output() {
      return spec.output(input);
    }

    /** The output in double precision; for a softmax layer, the probabilities. */
    double[] expected() {
      double[] expected = new double[batch * output().size()];
      double[] p = RandomNumbers.toDoubles(parameters);
      for (int b = 0; b < batch; b++) {
        double[] y =
            ReferenceLayers.layer(
                spec, input, p, 0, RandomNumbers.sample(samples, b, input.size()));
        if (spec instanceof Softmax) {
          y = ReferenceLayers.softmax(y);
        }
        System.arraycopy(y, 0, expected, b * y.length, y.length);
      }
      return expected;
    }

    /** A loss with the given output gradient: the scalar product of it and one sample's output. */
    double loss(double[] p, double[] sample, int b) {
      double[] y = ReferenceLayers.layer(spec, input, p, 0, sample);
      double loss = 0;
      for (int j = 0; j < y.length; j++) {
        loss += y[j] * outputGradient[b * y.length + j];
      }
      return loss;
    }

    /** Number of derivatives to compute. */
    int points() {
      double cost = (double) batch * output().steps() * spec.parameterCount(input);
      if (spec instanceof LayerSpec.Recurrent) {
        cost = (double) batch * input.steps() * spec.parameterCount(input);
      }
      return (int) Math.max(12, Math.min(200, MAX_MULTIPLICATIONS / Math.max(1, 2 * cost)));
    }

    @Override
    public String toString() {
      return spec.title() + " of " + input + ", batch " + batch + (scale == 1 ? "" : ", saturated");
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int batch : new int[] {1, 3, 127}) {
      cases.add(new Case(new Conv1D("conv", 3, 1), new Shape(3, 1), batch));
      cases.add(new Case(new Conv1D("conv", 1, 5), new Shape(2, 3), batch));
      cases.add(new Case(new Conv1D("conv", 2, 5), new Shape(12, 7), batch));
      cases.add(new Case(new Conv1D("conv", 3, 16), new Shape(12, 5), batch));
      cases.add(new Case(new Conv1D("conv", 5, 64), new Shape(12, 16), batch));
      cases.add(new Case(new MaxPool1D("pool", 1), new Shape(2, 5), batch));
      cases.add(new Case(new MaxPool1D("pool", 2), new Shape(2, 1), batch));
      cases.add(new Case(new MaxPool1D("pool", 2), new Shape(13, 16), batch));
      cases.add(new Case(new MaxPool1D("pool", 5), new Shape(12, 64), batch));
      for (int units : new int[] {1, 5, 16, 64}) {
        cases.add(new Case(new Softmax("dense", units), new Shape(1, 7), batch));
        cases.add(new Case(new Dense("dense", units), new Shape(1, 7), batch));
        cases.add(new Case(new Dense("dense", units), new Shape(12, 5), batch));
        for (int steps : new int[] {1, 2, 12}) {
          cases.add(new Case(new Gru("gru", units, true), new Shape(steps, 5), batch));
          cases.add(new Case(new Gru("gru", units, false), new Shape(steps, 5), batch));
          cases.add(new Case(new Lstm("lstm", units, true), new Shape(steps, 5), batch));
          cases.add(new Case(new Lstm("lstm", units, false), new Shape(steps, 5), batch));
        }
      }
    }
    // a row of features that is longer than a block of the element-wise operations
    cases.add(new Case(new Conv1D("conv", 1, 2049), new Shape(2, 1), 3));
    // gates at both ends of the hard sigmoid, candidates where tanh is flat
    cases.add(new Case(new Gru("gru", 16, true), new Shape(4, 5), 3, 5));
    cases.add(new Case(new Gru("gru", 16, false), new Shape(4, 5), 3, 5));
    cases.add(new Case(new Lstm("lstm", 16, true), new Shape(4, 5), 3, 5));
    cases.add(new Case(new Lstm("lstm", 16, false), new Shape(4, 5), 3, 5));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputMatchesTheReference(Case c) {
    try (LayerExecutor layer = new LayerExecutor(c.spec, c.input, c.batch)) {
      float[] output = layer.forward(c.parameters, c.samples);
      assertThat(RandomNumbers.maxError(c.expected(), output)).isLessThan(FORWARD_TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsMatchTheDerivativesOfTheReference(Case c) {
    float[] parameterGradient = new float[c.spec.parameterCount(c.input)];
    float[] inputGradient;
    try (LayerExecutor layer = new LayerExecutor(c.spec, c.input, c.batch)) {
      layer.forward(c.parameters, c.samples);
      inputGradient = layer.backward(c.outputGradient, parameterGradient);
    }
    GradientCheck parameters = checkParameterGradient(c, parameterGradient);
    GradientCheck inputs = checkInputGradient(c, inputGradient);
    assertThat(parameters.maxError())
        .as("parameters: " + parameters)
        .isLessThan(BACKWARD_TOLERANCE);
    assertThat(inputs.maxError()).as("input: " + inputs).isLessThan(BACKWARD_TOLERANCE);
    GradientCheck both = parameters.and(inputs);
    assertThat(both.skipped()).as(both.toString()).isLessThanOrEqualTo(both.points() / 20);
  }

  private static GradientCheck checkParameterGradient(Case c, float[] gradient) {
    List<double[]> samples = new ArrayList<>();
    float[] values = c.samples;
    for (int b = 0; b < c.batch; b++) {
      samples.add(RandomNumbers.sample(values, b, c.input.size()));
    }
    return GradientCheck.of(
        p -> IntStream.range(0, c.batch).mapToDouble(b -> c.loss(p, samples.get(b), b)).sum(),
        RandomNumbers.toDoubles(c.parameters),
        gradient,
        RandomNumbers.indices(14, gradient.length, c.points()));
  }

  /** A sample's gradient depends only on that sample, so this checks the first and the last one. */
  private static GradientCheck checkInputGradient(Case c, float[] gradient) {
    double[] p = RandomNumbers.toDoubles(c.parameters);
    int size = c.input.size();
    GradientCheck result = new GradientCheck(0, 0, 0);
    for (int b : IntStream.of(0, c.batch - 1).distinct().toArray()) {
      result =
          result.and(
              GradientCheck.of(
                  sample -> c.loss(p, sample, b),
                  RandomNumbers.sample(c.samples, b, size),
                  Arrays.copyOfRange(gradient, b * size, (b + 1) * size),
                  RandomNumbers.indices(15, size, 60)));
    }
    return result;
  }

  /** Checks that the saturated cases are saturated. */
  @Test
  void saturatedGatesReachBothEnds() {
    Case c = new Case(new Gru("gru", 16, false), new Shape(1, 5), 127, 5);
    float[] output;
    try (LayerExecutor layer = new LayerExecutor(c.spec, c.input, c.batch)) {
      output = layer.forward(c.parameters, c.samples);
    }
    int atOne = 0;
    int atZero = 0;
    for (float value : output) {
      // h' = (1 − z)·c from h = 0
      atZero += value == 0 ? 1 : 0;
      atOne += Math.abs(value) > 0.999 ? 1 : 0;
    }
    assertThat(atZero).isGreaterThan(output.length / 20);
    assertThat(atOne).isGreaterThan(output.length / 20);
  }

  /** Checks by hand which block of columns is which gate. */
  @Test
  void lstmGatesAreInOrder() {
    try (LayerExecutor layer = new LayerExecutor(new Lstm("lstm", 1, true), new Shape(2, 1), 1)) {
      // input gate closed, forget and output gate open; only the candidate depends on the input
      float[] parameters = {0, 0, 1, 0, 0, 0, 0, 0, -9, 9, 0, 9};
      assertThat(layer.forward(parameters, new float[] {5, 5})).containsExactly(0, 0);
      // input gate half open: the cell state grows by half a candidate per step
      parameters[8] = 0;
      float half = (float) Math.tanh(0.5 * Math.tanh(1));
      float whole = (float) Math.tanh(Math.tanh(1));
      assertThat(layer.forward(parameters, new float[] {1, 1}))
          .containsExactly(new float[] {half, whole}, within(1e-6f));
      // forget gate closed: the cell state is reset at each step
      parameters[9] = -9;
      assertThat(layer.forward(parameters, new float[] {1, 1}))
          .containsExactly(new float[] {half, half}, within(1e-6f));
      // output gate closed
      parameters[11] = -9;
      assertThat(layer.forward(parameters, new float[] {1, 1})).containsExactly(0, 0);
    }
  }

  /** A whole image as one vector, as in the first layer of a multilayer perceptron. */
  @Test
  void denseAcceptsWholeImages() {
    Case c = new Case(new Dense("dense", 17), new Shape(28, 28), 3);
    outputMatchesTheReference(c);
    gradientsMatchTheDerivativesOfTheReference(c);
  }

  /**
   * Computing samples together changes only the rounding. Measured: outputs are equal bit for bit,
   * input gradients to 2.5e-6, parameter gradients to 1.7e-5.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void aBatchMatchesItsSamplesOneByOne(Case c) {
    float[] parameterGradient = new float[c.spec.parameterCount(c.input)];
    float[] inputGradient;
    float[] output;
    try (LayerExecutor layer = new LayerExecutor(c.spec, c.input, c.batch)) {
      output = layer.forward(c.parameters, c.samples);
      inputGradient = layer.backward(c.outputGradient, parameterGradient);
    }
    double[] sum = new double[parameterGradient.length];
    try (LayerExecutor single = new LayerExecutor(c.spec, c.input, 1)) {
      for (int b = 0; b < c.batch; b++) {
        float[] one = single.forward(c.parameters, part(c.samples, b, c.input));
        float[] oneParameterGradient = new float[sum.length];
        float[] oneInputGradient =
            single.backward(part(c.outputGradient, b, c.output()), oneParameterGradient);
        assertThat(
                RandomNumbers.maxError(RandomNumbers.toDoubles(one), part(output, b, c.output())))
            .isLessThan(5e-6);
        assertThat(
                RandomNumbers.maxRelativeError(
                    RandomNumbers.toDoubles(oneInputGradient), part(inputGradient, b, c.input)))
            .isLessThan(2e-5);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += oneParameterGradient[i];
        }
      }
    }
    assertThat(RandomNumbers.maxRelativeError(sum, parameterGradient)).isLessThan(1e-4);
  }

  private static float[] part(float[] samples, int b, Shape shape) {
    return Arrays.copyOfRange(samples, b * shape.size(), (b + 1) * shape.size());
  }

  static Stream<Case> casesWithThreeSamples() {
    return cases().stream().filter(c -> c.batch == 3);
  }

  /** A kernel that has run a larger batch works like a new one. */
  @ParameterizedTest
  @MethodSource("casesWithThreeSamples")
  void doesNotDependOnThePreviousBatch(Case c) {
    int parameters = c.spec.parameterCount(c.input);
    try (LayerExecutor fresh = new LayerExecutor(c.spec, c.input, 8);
        LayerExecutor used = new LayerExecutor(c.spec, c.input, 8)) {
      used.forward(
          RandomNumbers.normal(21, parameters, 3), RandomNumbers.normal(22, 8 * c.input.size(), 3));
      used.backward(RandomNumbers.normal(23, 8 * c.output().size(), 3), new float[parameters]);
      assertSameBits(c, used, fresh);
    }
  }

  /** The capacity is no part of the computation. */
  @ParameterizedTest
  @MethodSource("casesWithThreeSamples")
  void doesNotDependOnTheCapacity(Case c) {
    try (LayerExecutor small = new LayerExecutor(c.spec, c.input, c.batch);
        LayerExecutor large = new LayerExecutor(c.spec, c.input, 100)) {
      assertSameBits(c, large, small);
    }
  }

  private static void assertSameBits(Case c, LayerExecutor actual, LayerExecutor expected) {
    float[] actualGradient = new float[c.spec.parameterCount(c.input)];
    float[] expectedGradient = new float[actualGradient.length];
    assertThat(actual.forward(c.parameters, c.samples))
        .isEqualTo(expected.forward(c.parameters, c.samples));
    assertThat(actual.backward(c.outputGradient, actualGradient))
        .isEqualTo(expected.backward(c.outputGradient, expectedGradient));
    assertThat(actualGradient).isEqualTo(expectedGradient);
  }

  @Test
  void poolingPassesTheGradientToTheFirstOfEqualValues() {
    try (LayerExecutor layer = new LayerExecutor(new MaxPool1D("pool", 3), new Shape(6, 1), 1)) {
      assertThat(layer.forward(new float[0], new float[] {1, 2, 2, 0, 0, 0})).containsExactly(2, 0);
      assertThat(layer.backward(new float[] {5, 7}, new float[0]))
          .containsExactly(0, 5, 0, 7, 0, 0);
    }
  }

  @Test
  void reluHasNoGradientAtZero() {
    try (LayerExecutor layer = new LayerExecutor(new Conv1D("conv", 1, 1), new Shape(3, 1), 1)) {
      float[] gradient = new float[2];
      assertThat(layer.forward(new float[] {1, 0}, new float[] {-1, 0, 1}))
          .containsExactly(0, 0, 1);
      assertThat(layer.backward(new float[] {3, 5, 7}, gradient)).containsExactly(0, 0, 7);
      assertThat(gradient).containsExactly(7, 7);
    }
    try (LayerExecutor layer = new LayerExecutor(new Dense("dense", 3), new Shape(1, 1), 1)) {
      float[] gradient = new float[6];
      assertThat(layer.forward(new float[] {-1, 0, 2, 0, 0, 0}, new float[] {1}))
          .containsExactly(0, 0, 2);
      assertThat(layer.backward(new float[] {3, 5, 7}, gradient)).containsExactly(14);
      assertThat(gradient).containsExactly(0, 0, 7, 0, 0, 7);
    }
  }

  @Test
  void softmaxOfHugeLogitsIsFinite() {
    try (LayerExecutor layer = new LayerExecutor(new Softmax("dense", 3), new Shape(1, 1), 1)) {
      assertThat(layer.forward(new float[] {1e4f, 1e4f, -1e4f, 0, 0, 0}, new float[] {1}))
          .containsExactly(0.5f, 0.5f, 0);
    }
  }

  @Test
  void knowsItsCapacityAndInputShape() {
    try (LayerExecutor layer = new LayerExecutor(new Gru("gru", 4, true), new Shape(3, 2), 5)) {
      assertThat(layer.capacity()).isEqualTo(5);
      assertThat(layer.inputShape()).isEqualTo(new Shape(3, 2));
    }
  }

  /** Native memory is not bounds-checked: wrong sizes would overwrite other memory. */
  @Test
  void rejectsArraysOfOtherSizes() {
    LayerSpec spec = new Gru("gru", 4, true);
    try (LayerExecutor layer = new LayerExecutor(spec, new Shape(3, 2), 2)) {
      float[] parameters = new float[spec.parameterCount(new Shape(3, 2))];
      assertThatThrownBy(() -> layer.forward(parameters, new float[3 * 6]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("18");
      assertThatThrownBy(() -> layer.forward(parameters, new float[7]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("7");
      assertThatThrownBy(() -> layer.forward(parameters, new float[0]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> layer.forward(new float[parameters.length - 1], new float[6]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Integer.toString(parameters.length));
    }
  }
}
