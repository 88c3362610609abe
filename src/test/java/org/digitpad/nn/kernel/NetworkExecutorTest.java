package org.digitpad.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.digitpad.nn.GradientCheck;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.ReferenceLayers;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
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

/** Whole networks compared with a chain of {@link ReferenceLayers}. */
class NetworkExecutorTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  private static final float[] PARAMETERS = RandomNumbers.parameters(CONV_GRU, 31);

  /** Results of a forward and a backward pass. */
  private record Pass(float[] probabilities, double loss, int correct, float[] gradient) {}

  private static Pass pass(Architecture architecture, float[] values, int capacity, int... images) {
    try (NetworkExecutor executor = new NetworkExecutor(architecture, capacity, true)) {
      return pass(executor, architecture, values, images);
    }
  }

  private static Pass pass(
      NetworkExecutor executor, Architecture architecture, float[] values, int... images) {
    try (NativeFloatArray parameters = new NativeFloatArray(values.length);
        NativeFloatArray gradient = new NativeFloatArray(values.length)) {
      parameters.write(0, values, values.length);
      return pass(executor, architecture, parameters, gradient, images);
    }
  }

  private static Pass pass(
      NetworkExecutor executor,
      Architecture architecture,
      NativeFloatArray parameters,
      NativeFloatArray gradient,
      int... images) {
    int batch = images.length;
    fill(executor, architecture, image -> label(architecture, image), images);
    executor.forward(parameters, batch);
    float[] probabilities = new float[batch * architecture.classCount()];
    executor.probabilities(probabilities, 0, batch);
    int correct = executor.correct(batch);
    double loss = executor.loss(batch);
    executor.backward(parameters, gradient, batch);
    return new Pass(probabilities, loss, correct, gradient.toArray());
  }

  private static void fill(
      NetworkExecutor executor, Architecture architecture, IntUnaryOperator label, int... images) {
    for (int b = 0; b < images.length; b++) {
      float[] image = RandomNumbers.image(images[b], architecture.input());
      System.arraycopy(image, 0, executor.images(), b * image.length, image.length);
      executor.setLabel(b, label.applyAsInt(images[b]));
    }
  }

  private static int label(Architecture architecture, int image) {
    return Math.floorMod(image * 7, architecture.classCount());
  }

  private static double[] logits(Architecture architecture, double[] p, int image) {
    return ReferenceLayers.logits(
        architecture, p, RandomNumbers.toDoubles(RandomNumbers.image(image, architecture.input())));
  }

  private static double loss(Architecture architecture, double[] p, int... images) {
    return Arrays.stream(images)
        .mapToDouble(
            image ->
                ReferenceLayers.crossEntropy(
                    logits(architecture, p, image), label(architecture, image)))
        .sum();
  }

  static List<Architecture> networks() {
    return TestArchitectures.all();
  }

  /** Measured: probabilities agree to 2.3e-8. */
  @ParameterizedTest
  @MethodSource("networks")
  void forwardMatchesTheChainOfLayers(Architecture architecture) {
    int[] images = IntStream.range(0, 37).toArray();
    float[] parameters = RandomNumbers.parameters(architecture, 31);
    Pass pass = pass(architecture, parameters, images.length, images);
    double[] p = RandomNumbers.toDoubles(parameters);
    int correct = 0;
    for (int b = 0; b < images.length; b++) {
      double[] expected = ReferenceLayers.softmax(logits(architecture, p, images[b]));
      float[] actual = Arrays.copyOfRange(pass.probabilities(), b * 10, b * 10 + 10);
      assertThat(RandomNumbers.maxError(expected, actual)).isLessThan(1e-5);
      double max = Arrays.stream(expected).max().orElseThrow();
      correct += expected[label(architecture, images[b])] == max ? 1 : 0;
    }
    assertThat(pass.loss()).isCloseTo(loss(architecture, p, images), within(1e-4));
    assertThat(pass.correct()).isEqualTo(correct).isBetween(1, images.length - 1);
  }

  /** Measured: at most 1.2e-6, relative to the scale of each tensor. */
  @ParameterizedTest
  @MethodSource("networks")
  void gradientMatchesTheDerivativesOfTheLoss(Architecture architecture) {
    int[] images = {3, 4, 5};
    float[] parameters = RandomNumbers.parameters(architecture, 31);
    float[] gradient = pass(architecture, parameters, 3, images).gradient();
    GradientCheck all = new GradientCheck(0, 0, 0);
    for (Architecture.PlacedTensor tensor : architecture.tensors()) {
      int[] indices = RandomNumbers.indices(tensor.offset(), tensor.spec().size(), 40);
      for (int n = 0; n < indices.length; n++) {
        indices[n] += tensor.offset();
      }
      GradientCheck found =
          GradientCheck.of(
              p -> loss(architecture, p, images),
              RandomNumbers.toDoubles(parameters),
              gradient,
              indices);
      assertThat(found.maxError()).as(tensor.name() + ": " + found).isLessThan(1e-5);
      all = all.and(found);
    }
    assertThat(all.skipped()).as(all.toString()).isLessThanOrEqualTo(all.points() / 20);
  }

  /** The background class for every third image, some unfinished, else the image's class. */
  private static int labelOrBackground(Architecture architecture, int image) {
    int label = label(architecture, image);
    return switch (image % 3) {
      case 0 -> NetworkExecutor.BACKGROUND_CLASS;
      case 1 -> NetworkExecutor.UNFINISHED + label;
      default -> label;
    };
  }

  /**
   * Cross-entropy of a softmax over the logits and one more logit that is always 0, which
   * unfinished images leave out.
   */
  private static double lossWithBackground(Architecture architecture, double[] p, int... images) {
    return Arrays.stream(images)
        .mapToDouble(
            image -> {
              double[] logits = logits(architecture, p, image);
              double[] extended = Arrays.copyOf(logits, logits.length + 1);
              int label = labelOrBackground(architecture, image);
              if (label >= NetworkExecutor.UNFINISHED) {
                return ReferenceLayers.crossEntropy(logits, label - NetworkExecutor.UNFINISHED);
              }
              return ReferenceLayers.crossEntropy(
                  extended, label == NetworkExecutor.BACKGROUND_CLASS ? logits.length : label);
            })
        .sum();
  }

  /** A batch of one has another layout than larger ones. */
  @Test
  void theGradientsOfSingleImagesAddUpToThatOfTheirBatch() {
    for (Architecture network : List.of(CONV_GRU, Architectures.LSTM)) {
      float[] values = RandomNumbers.parameters(network, 33);
      float[] both = pass(network, values, 4, 1, 2).gradient();
      float[] first = pass(network, values, 4, 1).gradient();
      float[] second = pass(network, values, 4, 2).gradient();
      for (int i = 0; i < both.length; i++) {
        assertThat(first[i] + second[i])
            .as("%s, parameter %d", network.name(), i)
            .isCloseTo(both[i], within(1e-5f + 1e-4f * Math.abs(both[i])));
      }
    }
  }

  @Test
  void lossWithBackgroundHasOneMoreClass() {
    int[] images = {3, 4, 5, 6, 7};
    float[] gradient = new float[PARAMETERS.length];
    try (NetworkExecutor executor = new NetworkExecutor(CONV_GRU, images.length, true);
        NativeFloatArray parameters = new NativeFloatArray(PARAMETERS.length);
        NativeFloatArray gradients = new NativeFloatArray(PARAMETERS.length)) {
      parameters.write(0, PARAMETERS, PARAMETERS.length);
      fill(executor, CONV_GRU, image -> labelOrBackground(CONV_GRU, image), images);
      executor.forward(parameters, images.length);
      double[] p = RandomNumbers.toDoubles(PARAMETERS);
      for (int b = 0; b < images.length; b++) {
        double sum = Arrays.stream(logits(CONV_GRU, p, images[b])).map(Math::exp).sum();
        assertThat((double) executor.logSumExp(b)).isCloseTo(Math.log(sum), within(1e-5));
      }
      assertThat(executor.lossWithBackground(images.length))
          .isCloseTo(lossWithBackground(CONV_GRU, p, images), within(1e-5));
      executor.backward(parameters, gradients, images.length);
      gradient = gradients.toArray();
    }
    int[] indices = RandomNumbers.indices(0, PARAMETERS.length, 300);
    GradientCheck found =
        GradientCheck.of(
            p -> lossWithBackground(CONV_GRU, p, images),
            RandomNumbers.toDoubles(PARAMETERS),
            gradient,
            indices);
    assertThat(found.maxError()).as(found.toString()).isLessThan(1e-5);
    assertThat(found.skipped()).isLessThanOrEqualTo(found.points() / 20);
  }

  @Test
  void lossWithBackgroundDoesNotOverflow() {
    for (float bias : new float[] {500, -500}) {
      float[] values = new float[PARAMETERS.length];
      Arrays.fill(values, values.length - 10, values.length, bias);
      try (NetworkExecutor executor = new NetworkExecutor(CONV_GRU, 2, true);
          NativeFloatArray parameters = new NativeFloatArray(values.length)) {
        parameters.write(0, values, values.length);
        executor.setLabel(0, NetworkExecutor.BACKGROUND_CLASS);
        executor.setLabel(1, 4);
        executor.forward(parameters, 2);

        double background = Math.max(0, bias + Math.log(10));
        double known = Math.log(10) + Math.max(0, -bias - Math.log(10));
        assertThat(executor.lossWithBackground(2)).isCloseTo(background + known, within(1e-3));
      }
    }
  }

  /** A network unlike the bundled ones: odd sizes, an incomplete pooling window and two classes. */
  @Test
  void runsOtherNetworks() {
    Architecture odd =
        new Architecture(
            "odd",
            "Odd",
            new Shape(11, 3),
            List.of(
                new Conv1D("a", 2, 5),
                new Conv1D("b", 4, 3),
                new Conv1D("c", 1, 7),
                new MaxPool1D("d", 3),
                new Gru("e", 5, true),
                new Gru("f", 3, true),
                new Gru("g", 1, false),
                new Softmax("h", 2)));
    float[] values = RandomNumbers.parameters(odd, 32);
    int[] images = {1, 2, 3, 4, 5, 6, 7};
    Pass pass = pass(odd, values, 9, images);
    assertThat(pass.loss())
        .isCloseTo(loss(odd, RandomNumbers.toDoubles(values), images), within(1e-5));
    GradientCheck found =
        GradientCheck.of(
            p -> loss(odd, p, images),
            RandomNumbers.toDoubles(values),
            pass.gradient(),
            GradientCheck.all(values.length));
    assertThat(found.maxError()).as(found.toString()).isLessThan(1e-5);
    assertThat(found.skipped()).as(found.toString()).isLessThanOrEqualTo(found.points() / 20);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aBatchIsTheSumOfItsSamples(Architecture architecture) {
    float[] parameters = RandomNumbers.parameters(architecture, 31);
    Pass all = pass(architecture, parameters, 8, 1, 2, 3, 4, 5);
    double[] sum = new double[parameters.length];
    double loss = 0;
    int correct = 0;
    for (int image = 1; image <= 5; image++) {
      Pass one = pass(architecture, parameters, 1, image);
      loss += one.loss();
      correct += one.correct();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one.gradient()[i];
      }
    }
    assertThat(all.loss()).isCloseTo(loss, within(1e-5));
    assertThat(all.correct()).isEqualTo(correct);
    assertThat(RandomNumbers.maxRelativeError(sum, all.gradient())).isLessThan(2e-5);
  }

  @Test
  void gradientsAccumulate() {
    try (NetworkExecutor executor = new NetworkExecutor(CONV_GRU, 4, true);
        NativeFloatArray parameters = new NativeFloatArray(PARAMETERS.length);
        NativeFloatArray gradient = new NativeFloatArray(PARAMETERS.length)) {
      parameters.write(0, PARAMETERS, PARAMETERS.length);
      float[] first = pass(executor, CONV_GRU, parameters, gradient, 1, 2).gradient();
      float[] both = pass(executor, CONV_GRU, parameters, gradient, 3, 4, 5).gradient();
      float[] second = pass(CONV_GRU, PARAMETERS, 3, 3, 4, 5).gradient();
      double[] sum = new double[first.length];
      for (int i = 0; i < sum.length; i++) {
        sum[i] = (double) first[i] + second[i];
      }
      assertThat(RandomNumbers.maxRelativeError(sum, both)).isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void doesNotDependOnThePreviousBatch(Architecture architecture) {
    float[] parameters = RandomNumbers.parameters(architecture, 31);
    Pass fresh = pass(architecture, parameters, 32, 1, 2, 3);
    try (NetworkExecutor executor = new NetworkExecutor(architecture, 32, true)) {
      float[] others = RandomNumbers.parameters(architecture, 33);
      pass(executor, architecture, others, IntStream.range(100, 132).toArray());
      Pass used = pass(executor, architecture, parameters, 1, 2, 3);
      assertThat(used.probabilities()).isEqualTo(fresh.probabilities());
      assertThat(used.loss()).isEqualTo(fresh.loss());
      assertThat(used.gradient()).isEqualTo(fresh.gradient());
    }
  }

  @Test
  void lossIsExactWhereTheProbabilityRoundsToZero() {
    Architecture dense =
        new Architecture("dense", "Dense", new Shape(1, 1), List.of(new Softmax("dense", 2)));
    try (NetworkExecutor executor = new NetworkExecutor(dense, 1, true);
        NativeFloatArray parameters = new NativeFloatArray(4)) {
      parameters.write(0, new float[] {0, 500, 0, 0}, 4);
      executor.images()[0] = 1;
      executor.setLabel(0, 0);
      executor.forward(parameters, 1);
      assertThat(executor.loss(1)).isEqualTo(500);
      assertThat(executor.correct(1)).isZero();
    }
  }

  /**
   * Native memory is not bounds-checked: a batch that is too large would overwrite other memory.
   */
  @Test
  void rejectsABatchBeyondItsCapacity() {
    try (NetworkExecutor executor = new NetworkExecutor(CONV_GRU, 2, false);
        NativeFloatArray parameters = new NativeFloatArray(PARAMETERS.length);
        NativeFloatArray fewer = new NativeFloatArray(PARAMETERS.length - 1)) {
      assertThat(executor.capacity()).isEqualTo(2);
      assertThatThrownBy(() -> executor.forward(parameters, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3");
      assertThatThrownBy(() -> executor.forward(parameters, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> executor.forward(fewer, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("28505");
    }
  }

  /** A label out of range would access another sample's logit. */
  @Test
  void rejectsALabelOutOfRange() {
    try (NetworkExecutor executor = new NetworkExecutor(CONV_GRU, 2, true)) {
      assertThatThrownBy(() -> executor.setLabel(0, 10))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> executor.setLabel(0, -2))
          .isInstanceOf(IndexOutOfBoundsException.class);
      executor.setLabel(1, NetworkExecutor.BACKGROUND_CLASS);
      assertThatThrownBy(() -> executor.loss(2)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void rejectsNetworksThatItCannotRun() {
    Shape input = new Shape(12, 2);
    Conv1D conv = new Conv1D("conv", 3, 2);
    MaxPool1D pool = new MaxPool1D("pool", 2);
    Gru gru = new Gru("gru", 2, false);
    Softmax dense = new Softmax("dense", 2);
    rejects("does not end in a softmax layer", input, conv, pool, gru);
    rejects("gru needs input in TIME_MAJOR order", input, conv, gru, dense);
    rejects("conv needs input in BATCH_MAJOR order", input, pool, conv, gru, dense);
    rejects("pool needs input in BATCH_MAJOR order", input, pool, pool, gru, dense);
    // one step remains, but with a stride of twelve: not the matrix that a dense layer needs
    rejects("dense needs contiguous samples", input, new Conv1D("conv", 12, 2), dense);
    Dense hidden = new Dense("hidden", 2);
    rejects("hidden needs contiguous samples", input, conv, hidden, dense);
    rejects("hidden needs contiguous samples", input, new Lstm("lstm", 2, true), hidden, dense);
    rejects("lstm needs input in TIME_MAJOR order", input, conv, new Lstm("lstm", 2, false), dense);
  }

  private static void rejects(String message, Shape input, LayerSpec... layers) {
    Architecture architecture = new Architecture("bad", "Bad", input, List.of(layers));
    assertThatThrownBy(() -> new NetworkExecutor(architecture, 1, true).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
