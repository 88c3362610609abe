package org.digitpad.nn;

import java.util.List;
import java.util.stream.Stream;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.digitpad.nn.arch.LayerSpec.Softmax;

/** Small networks besides DigitPad's own, with several layers of the same kind. */
public final class TestArchitectures {
  /** Recurrent from the first layer on, so its input is time-major. */
  public static final Architecture STACKED_LSTM =
      new Architecture(
          "stacked-lstm",
          "Stacked LSTM",
          Architectures.CONV_GRU.input(),
          List.of(
              new Lstm("lstm1", 16, true), new Lstm("lstm2", 5, false), new Softmax("dense", 10)));

  /** A multilayer perceptron: 784, 33, 17, 10. */
  public static final Architecture DEEP_MLP =
      new Architecture(
          "deep-mlp",
          "Deep MLP",
          Architectures.CONV_GRU.input(),
          List.of(new Dense("dense1", 33), new Dense("dense2", 17), new Softmax("dense3", 10)));

  /** A recurrent layer followed by dense layers. */
  public static final Architecture LSTM_DENSE =
      new Architecture(
          "lstm-dense",
          "LSTM-Dense",
          Architectures.CONV_GRU.input(),
          List.of(new Lstm("lstm", 9, false), new Dense("dense1", 7), new Softmax("dense2", 10)));

  private TestArchitectures() {}

  /** DigitPad's own networks and these. */
  public static List<Architecture> all() {
    return Stream.concat(
            Architectures.all().stream(), Stream.of(STACKED_LSTM, DEEP_MLP, LSTM_DENSE))
        .toList();
  }
}
