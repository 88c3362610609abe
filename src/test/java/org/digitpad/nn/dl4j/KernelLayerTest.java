package org.digitpad.nn.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.digitpad.nn.RandomNumbers;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.digitpad.nn.arch.LayerSpec.Gru;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.digitpad.nn.arch.LayerSpec.Softmax;
import org.digitpad.nn.arch.Shape;
import org.digitpad.nn.kernel.Classifier;
import org.digitpad.nn.kernel.NativeFloatArray;
import org.digitpad.nn.kernel.NetworkExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.util.DataTypeUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;

/** The kernels as layers of DL4J's own networks. */
class KernelLayerTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  private static final float[] PARAMETERS = RandomNumbers.parameters(CONV_GRU, 51);

  private static MultiLayerNetwork network(DataType type) {
    return network(CONV_GRU, PARAMETERS, type);
  }

  private static MultiLayerNetwork network(
      Architecture architecture, float[] parameters, DataType type) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(NetworkConfigurations.of(architecture, new Adam(1e-3), 1, type));
    network.init();
    network.setParams(Nd4j.createFromArray(parameters).castTo(type));
    return network;
  }

  static List<Architecture> networks() {
    return TestArchitectures.all();
  }

  @Test
  void countsParameters() {
    MultiLayerNetwork network = network(DataType.FLOAT);
    assertThat(network.numParams()).isEqualTo(28_506);
    assertThat(network.getLayers())
        .extracting(org.deeplearning4j.nn.api.Layer::numParams)
        .containsExactly(2_720L, 3_104L, 0L, 18_624L, 3_888L, 170L);
    assertThat(network.paramTable().keySet())
        .contains("0_weight", "0_bias", "3_weight", "3_recurrent", "3_bias", "5_W", "5_b");
    network.close();
  }

  /** Measured: 3e-8. */
  @ParameterizedTest
  @MethodSource("networks")
  void outputMatchesTheClassifier(Architecture architecture) {
    float[] parameters = RandomNumbers.parameters(architecture, 51);
    SyntheticBatch images = new SyntheticBatch(architecture.input(), 10, 0, 23);
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
      MultiLayerNetwork network = network(architecture, parameters, type);
      INDArray output = network.output(images.dataSet(type).getFeatures());
      assertThat(output.shape()).containsExactly(23, 10);
      Classifier classifier = new Classifier(architecture, parameters);
      for (int i = 0; i < images.size(); i++) {
        float[] expected = classifier.classify(images.image(i));
        float[] actual = output.getRow(i).castTo(DataType.FLOAT).toFloatVector();
        assertThat(RandomNumbers.maxError(RandomNumbers.toDoubles(expected), actual))
            .isLessThan(1e-5);
      }
      network.close();
    }
  }

  /**
   * Batches of several sizes one after another: the executor grows and keeps no state. Measured:
   * 3.6e-6.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void gradientMatchesTheExecutor(Architecture architecture) {
    float[] values = RandomNumbers.parameters(architecture, 51);
    MultiLayerNetwork network = network(architecture, values, DataType.FLOAT);
    for (int size : new int[] {5, 17, 3}) {
      SyntheticBatch images = new SyntheticBatch(architecture.input(), 10, 100 * size, size);
      DataSet data = images.dataSet(DataType.FLOAT);
      network.setInput(data.getFeatures());
      network.setLabels(data.getLabels());
      network.computeGradientAndScore();
      float[] actual = network.gradient().gradient().reshape(values.length).toFloatVector();
      try (NetworkExecutor executor = new NetworkExecutor(architecture, size, true);
          NativeFloatArray parameters = new NativeFloatArray(values.length);
          NativeFloatArray gradient = new NativeFloatArray(values.length)) {
        parameters.write(0, values, values.length);
        for (int i = 0; i < size; i++) {
          images.copyImage(i, executor.images(), i * SyntheticBatch.IMAGE.size());
          executor.setLabel(i, images.label(i));
        }
        executor.forward(parameters, size);
        assertThat(network.score()).isCloseTo(executor.loss(size) / size, within(1e-5));
        executor.backward(parameters, gradient, size);
        double[] expected = RandomNumbers.toDoubles(gradient.toArray());
        assertThat(RandomNumbers.maxRelativeError(expected, actual)).isLessThan(1e-5);
      }
    }
    network.close();
  }

  /** DL4J may run a layer on other data between the two passes of a batch. */
  @Test
  void backpropagatesThroughItsInputAfterAnotherForwardPass() {
    MultiLayerNetwork network = network(DataType.FLOAT);
    network.initGradientsView();
    LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
    org.deeplearning4j.nn.api.Layer layer = network.getLayer(0);
    INDArray input = new SyntheticBatch(0, 3).dataSet(DataType.FLOAT).getFeatures();
    INDArray other = new SyntheticBatch(50, 2).dataSet(DataType.FLOAT).getFeatures();
    INDArray epsilon =
        Nd4j.createFromArray(RandomNumbers.normal(52, 3 * 26 * 32, 1)).reshape(3, 26, 32);
    layer.activate(input, true, none);
    INDArray expectedInput = layer.backpropGradient(epsilon, none).getSecond();
    INDArray expected = layer.getGradientsViewArray().dup();
    layer.activate(other, true, none);
    layer.setInput(input, none);
    assertThat(layer.backpropGradient(epsilon, none).getSecond()).isEqualTo(expectedInput);
    assertThat(layer.getGradientsViewArray()).isEqualTo(expected);
    assertThat(expectedInput.shape()).containsExactly(3, 28, 28);
    network.close();
  }

  /**
   * DL4J's own gradient check. It needs a network in double precision, while the kernels compute in
   * single precision: the score has errors of 1e-7, so the step is large and the tolerance that of
   * single precision. A bias of 1 keeps convolutions away from ReLU's kink, and small weights keep
   * gates away from the hard sigmoid's ends. Pooling has kinks everywhere; the kernels' tests check
   * it.
   */
  @Test
  void passesDl4jGradientCheck() {
    Architecture smooth =
        new Architecture(
            "smooth",
            "Smooth",
            new Shape(6, 5),
            List.of(
                new Conv1D("conv1", 2, 4),
                new Conv1D("conv2", 2, 4),
                new Gru("gru1", 6, true),
                new Gru("gru2", 5, false),
                new Softmax("dense", 3)));
    MultiLayerNetwork network =
        new MultiLayerNetwork(NetworkConfigurations.of(smooth, new NoOp(), 7, DataType.DOUBLE));
    network.init();
    for (int conv = 0; conv < 2; conv++) {
      network.getParam(conv + "_bias").assign(1);
      network.getParam(conv + "_weight").muli(0.2);
    }
    network.getParam("2_weight").muli(0.5);
    passesDl4jGradientCheck(network, smooth);
  }

  @Test
  void lstmAndDensePassDl4jGradientCheck() {
    Architecture smooth =
        new Architecture(
            "smooth",
            "Smooth",
            new Shape(6, 5),
            List.of(
                new Lstm("lstm1", 6, true),
                new Lstm("lstm2", 5, false),
                new Dense("dense1", 4),
                new Softmax("dense2", 3)));
    MultiLayerNetwork network =
        new MultiLayerNetwork(NetworkConfigurations.of(smooth, new NoOp(), 7, DataType.DOUBLE));
    network.init();
    network.getParam("0_weight").muli(0.5);
    network.getParam("2_bias").assign(1);
    passesDl4jGradientCheck(network, smooth);
  }

  private static void passesDl4jGradientCheck(MultiLayerNetwork network, Architecture smooth) {
    DataSet data = new SyntheticBatch(smooth.input(), 3, 5, 4).dataSet(DataType.DOUBLE);
    GradientCheckUtil.MLNConfig check =
        new GradientCheckUtil.MLNConfig()
            .net(network)
            .input(data.getFeatures())
            .labels(data.getLabels())
            .epsilon(5e-3)
            .maxRelError(5e-3)
            .minAbsoluteError(2e-5)
            .exitOnFirstError(false)
            .subset(true)
            .maxPerParam(12);
    DataType before = DataTypeUtil.getDtypeFromContext();
    DataTypeUtil.setDTypeForContext(DataType.DOUBLE);
    try {
      assertThat(GradientCheckUtil.checkGradients(check)).isTrue();
      // the check works: it rejects a tolerance that single precision cannot reach
      check.maxRelError(1e-9).minAbsoluteError(1e-12).exitOnFirstError(true);
      assertThat(GradientCheckUtil.checkGradients(check)).isFalse();
    } finally {
      DataTypeUtil.setDTypeForContext(before);
      network.close();
    }
  }

  @Test
  void learnsInsideDl4j() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            NetworkConfigurations.of(CONV_GRU, new Adam(3e-3), 1, DataType.FLOAT));
    network.init();
    DataSet data = new SyntheticBatch(0, 20).dataSet(DataType.FLOAT);
    double before = network.score(data);
    for (int i = 0; i < 25; i++) {
      network.fit(data);
    }
    assertThat(network.score(data)).isLessThan(before / 2);
    network.close();
  }

  @Test
  void rejectsMasks() {
    MultiLayerNetwork network = network(DataType.FLOAT);
    DataSet data = new SyntheticBatch(0, 2).dataSet(DataType.FLOAT);
    data.setFeaturesMaskArray(Nd4j.ones(DataType.FLOAT, 2, 28));
    assertThatThrownBy(() -> network.fit(data))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Masks are not supported")
        .hasMessageContaining("conv1");
    assertThatThrownBy(
            () -> network.output(data.getFeatures(), false, data.getFeaturesMaskArray(), null))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> network.getLayer(3).setMaskArray(Nd4j.ones(DataType.FLOAT, 2, 28)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("gru1");
    network.getLayer(3).setMaskArray(null);
    network.close();
  }

  @Test
  void rejectsInputOfAnotherRankOrSize() {
    MultiLayerNetwork network = network(DataType.FLOAT);
    for (long[] shape : new long[][] {{2, 784}, {2, 28, 27}, {2, 1, 28, 28}}) {
      INDArray input = Nd4j.zeros(DataType.FLOAT, shape);
      assertThatThrownBy(() -> network.output(input))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Expected [batch, 28, 28]")
          .hasMessageContaining(Arrays.toString(shape))
          .hasMessageContaining("conv1");
    }
    network.close();
  }

  @Test
  void denseAcceptsVectorsAndSequences() {
    MultiLayerNetwork network =
        network(
            TestArchitectures.DEEP_MLP,
            RandomNumbers.parameters(TestArchitectures.DEEP_MLP, 51),
            DataType.FLOAT);
    INDArray flat = Nd4j.zeros(DataType.FLOAT, 2, 784);
    assertThatThrownBy(() -> network.output(flat))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected [batch, 28, 28], got [2, 784]");
    LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
    org.deeplearning4j.nn.api.Layer second = network.getLayer(1);
    assertThat(second.activate(Nd4j.zeros(DataType.FLOAT, 2, 33), false, none).shape())
        .containsExactly(2, 17);
    assertThatThrownBy(() -> second.activate(Nd4j.zeros(DataType.FLOAT, 2, 34), false, none))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected [batch, 1, 33], got [2, 34]");
    network.close();
  }

  @Test
  void rejectsTooFewSteps() {
    MultiLayerNetwork network = network(DataType.FLOAT);
    assertThatThrownBy(() -> network.output(Nd4j.zeros(DataType.FLOAT, 2, 2, 28)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected [batch, 28, 28], got [2, 2, 28]");
    network.close();
  }
}
