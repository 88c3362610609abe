package org.digitpad.nn.arch;

import java.util.List;
import java.util.Optional;
import org.digitpad.nn.arch.LayerSpec.Conv1D;
import org.digitpad.nn.arch.LayerSpec.Dense;
import org.digitpad.nn.arch.LayerSpec.Gru;
import org.digitpad.nn.arch.LayerSpec.Lstm;
import org.digitpad.nn.arch.LayerSpec.MaxPool1D;
import org.digitpad.nn.arch.LayerSpec.Softmax;

/** The networks that DigitPad trains and loads; there are no others. */
public final class Architectures {
  private static final Shape IMAGE = new Shape(28, 28);

  /**
   * Direction maps, which tell the movement of the pen: 7×7 cells of eight directions on the
   * surface and eight of the lifted pen, as {@code ink.DirectionMaps} gives them.
   */
  static final Shape MOVEMENT = new Shape(49, 16);

  /** Two convolutions over the rows, max pooling and two GRUs: 28,506 parameters. */
  public static final Architecture CONV_GRU =
      new Architecture(
          "conv-gru",
          "Conv-GRU",
          IMAGE,
          List.of(
              new Conv1D("conv1", 3, 32),
              new Conv1D("conv2", 3, 32),
              new MaxPool1D("pool", 2),
              new Gru("gru1", 64, true),
              new Gru("gru2", 16, false),
              new Softmax("dense", 10)));

  /** One LSTM over the rows, of which the last hidden state counts: 81,674 parameters. */
  public static final Architecture LSTM =
      new Architecture(
          "lstm", "LSTM", IMAGE, List.of(new Lstm("lstm", 128, false), new Softmax("dense", 10)));

  /** Fully connected layers, which see pixels without rows: 235,146 parameters. */
  public static final Architecture MLP =
      new Architecture(
          "mlp",
          "MLP",
          IMAGE,
          List.of(new Dense("hidden1", 256), new Dense("hidden2", 128), new Softmax("dense", 10)));

  /**
   * One hidden layer over direction maps, which tell the movement of the pen: 28,630 parameters.
   */
  public static final Architecture PEN =
      new Architecture(
          "pen", "Pen", MOVEMENT, List.of(new Dense("hidden", 36), new Softmax("dense", 10)));

  private Architectures() {}

  /** All networks, the default first. */
  public static List<Architecture> all() {
    return List.of(CONV_GRU, LSTM, MLP, PEN);
  }

  /** The networks that read images, the default first. */
  public static List<Architecture> ofImages() {
    return List.of(CONV_GRU, LSTM, MLP);
  }

  /** The network of this {@linkplain Architecture#name() name}, if there is one. */
  public static Optional<Architecture> named(String name) {
    for (Architecture architecture : all()) {
      if (architecture.name().equals(name)) {
        return Optional.of(architecture);
      }
    }
    return Optional.empty();
  }
}
