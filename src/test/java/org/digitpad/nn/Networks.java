package org.digitpad.nn;

import java.util.List;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architectures;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.digitpad.nn.arch.LayerSpec.Softmax;

/** Small networks on images, for what the convolutional one has not: other layers come first. */
public final class Networks {
  /** Recurrent from the first layer on: images go in step by step. */
  public static final Architecture LSTM =
      new Architecture(
          "lstm",
          "LSTM",
          Architectures.CONV_GRU.input(),
          List.of(
              new Lstm("lstm1", 16, true), new Lstm("lstm2", 5, false), new Softmax("dense", 10)));

  /** A plain multi-layer perceptron: 784, 33, 17, 10. */
  public static final Architecture MLP =
      new Architecture(
          "mlp",
          "MLP",
          Architectures.CONV_GRU.input(),
          List.of(new Dense("dense1", 33), new Dense("dense2", 17), new Softmax("dense3", 10)));

  /** Recurrent layers first and dense ones behind them. */
  public static final Architecture LSTM_DENSE =
      new Architecture(
          "lstm-dense",
          "LSTM-Dense",
          Architectures.CONV_GRU.input(),
          List.of(new Lstm("lstm", 9, false), new Dense("dense1", 7), new Softmax("dense2", 10)));

  private Networks() {}

  /** All of them, the convolutional one included. */
  public static List<Architecture> all() {
    return List.of(Architectures.CONV_GRU, LSTM, MLP, LSTM_DENSE);
  }
}
