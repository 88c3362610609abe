package org.digitpad.nn.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.arch.LayerSpec.Gru;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.digitpad.nn.arch.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

class NetworkConfigurationsTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  private static MultiLayerConfiguration configuration() {
    return configuration(CONV_GRU);
  }

  private static MultiLayerConfiguration configuration(Architecture architecture) {
    return NetworkConfigurations.of(architecture, new Adam(1e-3), 5, DataType.FLOAT);
  }

  static List<Architecture> networks() {
    return TestArchitectures.all();
  }

  /** The layers of a configuration. */
  private static List<LayerSpec> specs(MultiLayerConfiguration configuration) {
    List<LayerSpec> specs = new ArrayList<>();
    for (NeuralNetConfiguration layer : configuration.getConfs()) {
      FeedForwardLayer conf = (FeedForwardLayer) layer.getLayer();
      specs.add(
          conf instanceof KernelLayerConf kernel
              ? kernel.spec()
              : new LayerSpec.Softmax(conf.getLayerName(), (int) conf.getNOut()));
    }
    return specs;
  }

  private static List<Long> inputs(MultiLayerConfiguration configuration) {
    return configuration.getConfs().stream()
        .map(layer -> ((FeedForwardLayer) layer.getLayer()).getNIn())
        .toList();
  }

  @Test
  void hasTheLayersOfTheArchitecture() {
    assertThat(specs(configuration())).isEqualTo(CONV_GRU.layers());
    assertThat(inputs(configuration())).containsExactly(28L, 32L, 32L, 32L, 64L, 16L);
    assertThat(configuration().getInputPreProcessors()).isEmpty();
    assertThat(inputs(configuration(TestArchitectures.LSTM_DENSE))).containsExactly(28L, 9L, 7L);
    assertThat(inputs(configuration(TestArchitectures.DEEP_MLP))).containsExactly(28L, 33L, 17L);
    assertThat(configuration(TestArchitectures.DEEP_MLP).getInputPreProcessors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void survivesJson(Architecture architecture) {
    MultiLayerConfiguration original = configuration(architecture);
    String json = original.toJson();
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(json);
    assertThat(specs(read)).isEqualTo(architecture.layers());
    assertThat(inputs(read)).isEqualTo(inputs(original));
    assertThat(read.toJson()).isEqualTo(json);
    assertThat(parameters(read))
        .isEqualTo(parameters(original))
        .hasSize(architecture.parameterCount());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void survivesYaml(Architecture architecture) {
    MultiLayerConfiguration read =
        MultiLayerConfiguration.fromYaml(configuration(architecture).toYaml());
    assertThat(specs(read)).isEqualTo(architecture.layers());
  }

  @Test
  void survivesClone() {
    MultiLayerConfiguration original = configuration();
    MultiLayerConfiguration clone = original.clone();
    assertThat(specs(clone)).isEqualTo(CONV_GRU.layers());
    assertThat(inputs(clone)).isEqualTo(inputs(original));
    GruLayer gru = (GruLayer) clone.getConf(3).getLayer();
    assertThat(gru.isReturnSequences()).isTrue();
    gru.setReturnSequences(false);
    ((Conv1DLayer) clone.getConf(0).getLayer()).setKernelSize(5);
    ((MaxPool1DLayer) clone.getConf(2).getLayer()).setPoolSize(4);
    assertThat(specs(clone))
        .startsWith(new Conv1D("conv1", 5, 32))
        .contains(new MaxPool1D("pool", 4), new Gru("gru1", 64, false));
    assertThat(specs(original)).isEqualTo(CONV_GRU.layers());
  }

  @Test
  void lstmsSurviveClone() {
    MultiLayerConfiguration original = configuration(TestArchitectures.STACKED_LSTM);
    MultiLayerConfiguration clone = original.clone();
    assertThat(specs(clone)).isEqualTo(TestArchitectures.STACKED_LSTM.layers());
    LstmLayer lstm = (LstmLayer) clone.getConf(0).getLayer();
    assertThat(lstm.isReturnSequences()).isTrue();
    lstm.setReturnSequences(false);
    assertThat(specs(clone)).startsWith(new Lstm("lstm1", 16, false));
    assertThat(lstm).isNotEqualTo(original.getConf(0).getLayer());
    assertThat(specs(original)).isEqualTo(TestArchitectures.STACKED_LSTM.layers());
  }

  private static float[] parameters(MultiLayerConfiguration configuration) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    float[] parameters = network.params().reshape(network.numParams()).toFloatVector();
    network.close();
    return parameters;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void infersShapes(Architecture architecture) {
    InputType type = InputType.recurrent(28, 28, RNNFormat.NWC);
    Shape shape = architecture.input();
    int hidden = architecture.layers().size() - 1;
    for (NeuralNetConfiguration layer : configuration(architecture).getConfs().subList(0, hidden)) {
      KernelLayerConf conf = (KernelLayerConf) layer.getLayer();
      shape = conf.spec().output(shape);
      type = conf.getOutputType(0, type);
      InputType expected =
          shape.steps() == 1
              ? InputType.feedForward(shape.features())
              : InputType.recurrent(shape.features(), shape.steps(), RNNFormat.NWC);
      assertThat(type).isEqualTo(expected);
    }
  }

  @Test
  void rejectsOtherInput() {
    for (InputType type :
        List.of(
            InputType.recurrent(28, 28, RNNFormat.NCW),
            InputType.recurrent(28, RNNFormat.NWC),
            InputType.feedForward(784),
            InputType.convolutional(28, 28, 1))) {
      NeuralNetConfiguration.ListBuilder list =
          new NeuralNetConfiguration.Builder()
              .list()
              .layer(new Conv1DLayer(new Conv1D("conv1", 3, 32)))
              .setInputType(type);
      assertThatThrownBy(list::build)
          .as(type.toString())
          .isInstanceOf(IllegalStateException.class)
          .hasStackTraceContaining("\"conv1\" takes sequences of a known length in NWC format");
    }
  }

  @Test
  void reportsMemory() {
    LayerMemoryReport report =
        ((KernelLayerConf) configuration().getConf(3).getLayer())
            .getMemoryReport(InputType.recurrent(32, 12, RNNFormat.NWC));
    assertThat(report.getParameterSize()).isEqualTo(18_624);
    assertThat(report.getUpdaterStateSize()).isEqualTo(2 * 18_624);
  }
}
