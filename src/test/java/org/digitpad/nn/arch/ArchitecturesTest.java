package org.digitpad.nn.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.digitpad.ink.DigitImage;
import org.digitpad.ink.DirectionMaps;
import org.digitpad.nn.TestArchitectures;
import org.digitpad.nn.arch.Initializer.ForgetBias;
import org.digitpad.nn.arch.Initializer.GlorotUniform;
import org.digitpad.nn.arch.Initializer.OrthogonalBlocks;
import org.digitpad.nn.arch.Initializer.Zero;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.digitpad.nn.arch.LayerSpec.Gru;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.digitpad.nn.arch.LayerSpec.Softmax;
import org.junit.jupiter.api.Test;

class ArchitecturesTest {
  private static final Architecture CONV_GRU = Architectures.CONV_GRU;

  @Test
  void convGruHasTheseLayers() {
    assertThat(CONV_GRU.parameterCount()).isEqualTo(28_506);
    assertThat(CONV_GRU.classCount()).isEqualTo(10);
    assertThat(CONV_GRU.input()).isEqualTo(new Shape(28, 28));
    assertThat(CONV_GRU.placedLayers())
        .extracting(
            layer -> layer.spec().name(),
            layer -> layer.spec().title(),
            Architecture.PlacedLayer::parameterCount,
            layer -> layer.output().toString(),
            Architecture.PlacedLayer::offset)
        .containsExactly(
            tuple("conv1", "Conv1D 3, 32, ReLU", 2_720, "26×32", 0),
            tuple("conv2", "Conv1D 3, 32, ReLU", 3_104, "24×32", 2_720),
            tuple("pool", "MaxPool1D 2", 0, "12×32", 5_824),
            tuple("gru1", "GRU 64, sequence", 18_624, "12×64", 5_824),
            tuple("gru2", "GRU 16, last step", 3_888, "16", 24_448),
            tuple("dense", "Dense 10, softmax", 170, "10", 28_336));
  }

  @Test
  void lstmAndMlpHaveTheseLayers() {
    assertThat(Architectures.LSTM.parameterCount()).isEqualTo(81_674);
    assertThat(Architectures.LSTM.placedLayers())
        .extracting(
            layer -> layer.spec().title(),
            Architecture.PlacedLayer::parameterCount,
            layer -> layer.output().toString())
        .containsExactly(
            tuple("LSTM 128, last step", 80_384, "128"), tuple("Dense 10, softmax", 1_290, "10"));
    assertThat(Architectures.MLP.parameterCount()).isEqualTo(235_146);
    assertThat(Architectures.MLP.placedLayers())
        .extracting(
            layer -> layer.spec().title(),
            Architecture.PlacedLayer::parameterCount,
            layer -> layer.output().toString())
        .containsExactly(
            tuple("Dense 256, ReLU", 200_960, "256"),
            tuple("Dense 128, ReLU", 32_896, "128"),
            tuple("Dense 10, softmax", 1_290, "10"));
  }

  @Test
  void everyNetworkMapsImagesToTenClasses() {
    for (Architecture architecture : Architectures.ofImages()) {
      assertThat(architecture.input()).isEqualTo(new Shape(28, 28));
      assertThat(architecture.classCount()).isEqualTo(10);
      assertThat(architecture.readsMovement()).isFalse();
    }
  }

  @Test
  void thePenMapsDirectionMapsToTenClasses() {
    assertThat(Architectures.PEN.readsMovement()).isTrue();
    assertThat(Architectures.PEN.input())
        .isEqualTo(new Shape(DirectionMaps.CELLS, DirectionMaps.MAPS));
    // datasets and batches hold as many values for each sample, of whichever kind it is
    assertThat(Architectures.PEN.input().size()).isEqualTo(DigitImage.PIXELS);
    assertThat(Architectures.PEN.classCount()).isEqualTo(10);
    assertThat(Architectures.PEN.parameterCount()).isEqualTo(28_630);
  }

  @Test
  void everyLayersInputIsThePreviousOutput() {
    for (Architecture architecture : Architectures.all()) {
      Shape shape = architecture.input();
      for (Architecture.PlacedLayer layer : architecture.placedLayers()) {
        assertThat(layer.input()).isEqualTo(shape);
        shape = layer.output();
      }
    }
  }

  @Test
  void convGruHasTheseTensors() {
    Zero zero = new Zero();
    assertThat(CONV_GRU.tensors())
        .extracting(
            Architecture.PlacedTensor::name,
            Architecture.PlacedTensor::offset,
            tensor -> tensor.spec().shape(),
            tensor -> tensor.spec().initializer())
        .containsExactly(
            tuple("conv1.weight", 0, List.of(3, 28, 32), new GlorotUniform(84, 96)),
            tuple("conv1.bias", 2_688, List.of(32), zero),
            tuple("conv2.weight", 2_720, List.of(3, 32, 32), new GlorotUniform(96, 96)),
            tuple("conv2.bias", 5_792, List.of(32), zero),
            tuple("gru1.weight", 5_824, List.of(32, 192), new GlorotUniform(32, 64)),
            tuple("gru1.recurrent", 11_968, List.of(64, 192), new OrthogonalBlocks(64, 3)),
            tuple("gru1.bias", 24_256, List.of(192), zero),
            tuple("gru2.weight", 24_448, List.of(64, 48), new GlorotUniform(64, 16)),
            tuple("gru2.recurrent", 27_520, List.of(16, 48), new OrthogonalBlocks(16, 3)),
            tuple("gru2.bias", 28_288, List.of(48), zero),
            tuple("dense.weight", 28_336, List.of(10, 16), new GlorotUniform(16, 10)),
            tuple("dense.bias", 28_496, List.of(10), zero));
  }

  @Test
  void lstmHasTheseTensors() {
    assertThat(TestArchitectures.STACKED_LSTM.placedLayers())
        .extracting(
            layer -> layer.spec().title(),
            Architecture.PlacedLayer::parameterCount,
            layer -> layer.output().toString())
        .containsExactly(
            tuple("LSTM 16, sequence", 2_880, "28×16"),
            tuple("LSTM 5, last step", 440, "5"),
            tuple("Dense 10, softmax", 60, "10"));
    assertThat(new Lstm("lstm", 5, false).tensors(new Shape(28, 16)))
        .containsExactly(
            new TensorSpec("weight", List.of(16, 20), new GlorotUniform(16, 5)),
            new TensorSpec("recurrent", List.of(5, 20), new OrthogonalBlocks(5, 4)),
            new TensorSpec("bias", List.of(20), new ForgetBias(5)));
  }

  @Test
  void denseLayersAcceptWholeImages() {
    assertThat(TestArchitectures.DEEP_MLP.placedLayers())
        .extracting(
            layer -> layer.spec().title(),
            Architecture.PlacedLayer::parameterCount,
            layer -> layer.output().toString())
        .containsExactly(
            tuple("Dense 33, ReLU", 25_905, "33"),
            tuple("Dense 17, ReLU", 578, "17"),
            tuple("Dense 10, softmax", 180, "10"));
    assertThat(new Dense("dense", 33).tensors(new Shape(28, 28)))
        .containsExactly(
            new TensorSpec("weight", List.of(33, 784), new GlorotUniform(784, 33)),
            new TensorSpec("bias", List.of(33), new Zero()));
  }

  @Test
  void findsNetworksByName() {
    assertThat(Architectures.all())
        .extracting(Architecture::name, Architecture::title)
        .containsExactly(
            tuple("conv-gru", "Conv-GRU"),
            tuple("lstm", "LSTM"),
            tuple("mlp", "MLP"),
            tuple("pen", "Pen"));
    assertThat(Architectures.all())
        .allSatisfy(
            architecture ->
                assertThat(Architectures.named(architecture.name())).containsSame(architecture));
    assertThat(Architectures.named("Conv-GRU")).isEmpty();
  }

  @Test
  void poolingDropsAnIncompleteWindow() {
    assertThat(new MaxPool1D("pool", 5).output(new Shape(14, 3))).isEqualTo(new Shape(2, 3));
  }

  @Test
  void biasesAreKnown() {
    for (Architecture architecture : TestArchitectures.all()) {
      for (Architecture.PlacedTensor tensor : architecture.tensors()) {
        assertThat(tensor.spec().isBias()).isEqualTo(tensor.name().endsWith(".bias"));
      }
    }
  }

  @Test
  void aShapeMayHaveOneStepOrFeature() {
    assertThat(new Shape(1, 1).size()).isEqualTo(1);
    assertThat(new Shape(3, 1)).hasToString("3×1");
  }

  @Test
  void rejectsShapesWithoutSteps() {
    assertThatThrownBy(() -> new Shape(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Shape(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Conv1D("conv", 4, 1).output(new Shape(3, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MaxPool1D("pool", 4).output(new Shape(3, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSoftmaxLayerAcceptsVectorsOnly() {
    Shape sequence = new Gru("gru", 16, true).output(new Shape(12, 64));
    assertThatThrownBy(() -> new Softmax("dense", 10).output(sequence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12×16");
  }

  @Test
  void copiesTheListOfLayers() {
    List<LayerSpec> layers = new ArrayList<>(List.of(new Softmax("dense", 10)));
    Architecture architecture = new Architecture("a", "A", new Shape(1, 4), layers);
    layers.clear();
    assertThat(architecture.parameterCount()).isEqualTo(50);
  }
}
