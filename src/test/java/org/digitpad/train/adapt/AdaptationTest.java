package org.digitpad.train.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.digitpad.data.Dataset;
import org.digitpad.data.strokes.LabeledDrawing;
import org.digitpad.data.synth.BuiltinDataset;
import org.digitpad.data.synth.BuiltinDigits;
import org.digitpad.data.synth.PenDataset;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.model.Model;
import org.digitpad.recognize.LibraryModel;
import org.digitpad.recognize.ModelLibrary;
import org.digitpad.train.TrainingData;
import org.digitpad.train.adapt.AdaptationMethod.Trained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdaptationTest {
  private static final List<LabeledDrawing> DRAWINGS = BuiltinDigits.drawings(20, 11);
  private static final AdaptationMethod SHORT =
      new AdaptationMethod(Trained.ALL, 4, 8, 8, 0.002, 0.75);

  @ParameterizedTest
  @ValueSource(strings = {"conv-gru", "lstm", "mlp", "pen"})
  void adaptsEachNetworkAndLeavesItAsItIs(String name) {
    LibraryModel parent = ModelLibrary.find(name);
    float[] before = parent.model().parameters();

    Adaptation.Result result = adaptation(parent, SHORT, 2).run(" --adapt x");

    Model copy = result.model();
    assertThat(copy.architecture()).isEqualTo(parent.model().architecture());
    assertThat(copy.parameters()).isNotEqualTo(before);
    assertThat(parent.model().parameters()).isEqualTo(before);
    assertThat(copy.combination() != null).isEqualTo(parent.model().combination() != null);
    assertThat(copy.calibration().minLogSumExp()).isFinite();
    assertThat(copy.card().parent().name()).isEqualTo(name);
    assertThat(copy.card().parent().sha256()).hasSize(64);
    assertThat(copy.card().command()).endsWith(" train --adapt x");
    assertThat(result.comparison().ownAfter().samples()).isEqualTo(DRAWINGS.size());
  }

  @Test
  void isTheSameWithAnyNumberOfThreads() {
    LibraryModel parent = ModelLibrary.find("mlp");

    Model one = adaptation(parent, SHORT, 1).run("").model();
    Model three = adaptation(parent, SHORT, 3).run("").model();

    assertThat(three.parameters()).isEqualTo(one.parameters());
    assertThat(three.calibration()).isEqualTo(one.calibration());
  }

  @ParameterizedTest
  @EnumSource(Trained.class)
  void changesOnlyWhatTheMethodTrains(Trained trained) {
    LibraryModel parent = ModelLibrary.find("conv-gru");
    float[] before = parent.model().parameters();

    float[] after = adaptation(parent, new AdaptationMethod(trained, 2, 8, 8, 0.01, 1), 1).learn();

    for (PlacedTensor tensor : parent.model().architecture().tensors()) {
      boolean changes = false;
      for (int i = tensor.offset(); i < tensor.offset() + tensor.spec().size(); i++) {
        changes |= before[i] != after[i];
      }
      boolean expected =
          switch (trained) {
            case ALL -> true;
            case LAST_LAYER -> tensor.name().startsWith("dense.");
            case BIASES -> tensor.spec().isBias();
          };
      assertThat(changes).as(tensor.name()).isEqualTo(expected);
    }
  }

  @Test
  void refusesCombinations() {
    LibraryModel combination = ModelLibrary.find("conv-gru+pen");

    assertThatThrownBy(() -> adaptation(combination, SHORT, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Adaptation adaptation(LibraryModel parent, AdaptationMethod method, int threads) {
    Dataset data =
        parent.name().equals("pen") ? new PenDataset(300, 100) : new BuiltinDataset(300, 100);
    return new Adaptation(
        parent, parent.name(), DRAWINGS, TrainingData.of(data), method, 1, threads);
  }
}
