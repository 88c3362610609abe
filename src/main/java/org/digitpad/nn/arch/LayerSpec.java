package org.digitpad.nn.arch;

import java.util.List;
import org.digitpad.nn.arch.Initializer.ForgetBias;
import org.digitpad.nn.arch.Initializer.GlorotUniform;
import org.digitpad.nn.arch.Initializer.OrthogonalBlocks;
import org.digitpad.nn.arch.Initializer.Zero;

/** What a layer computes and which parameters it has; says nothing of how. */
public sealed interface LayerSpec {
  /** Name that is unique in its network, such as "gru1". */
  String name();

  /** Human-readable kind and size, such as "GRU 64". */
  String title();

  /**
   * Shape of a sample behind this layer.
   *
   * @throws IllegalArgumentException if the layer cannot follow {@code input}
   */
  Shape output(Shape input);

  /** The layer's tensors in the order of the flat parameter vector. */
  List<TensorSpec> tensors(Shape input);

  /** Number of parameters behind {@code input}. */
  default int parameters(Shape input) {
    return tensors(input).stream().mapToInt(TensorSpec::size).sum();
  }

  /**
   * Convolution over steps, no padding, followed by ReLU.
   *
   * @param width steps under the kernel
   * @param filters output features
   */
  record Conv1D(String name, int width, int filters) implements LayerSpec {
    @Override
    public String title() {
      return "Conv1D %d, %d, ReLU".formatted(width, filters);
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(input.steps() - width + 1, filters);
    }

    /** weight [width, features, filters], bias [filters]. */
    @Override
    public List<TensorSpec> tensors(Shape input) {
      int fanIn = width * input.features();
      return List.of(
          new TensorSpec(
              "weight",
              List.of(width, input.features(), filters),
              new GlorotUniform(fanIn, width * filters)),
          new TensorSpec("bias", List.of(filters), new Zero()));
    }
  }

  /**
   * The largest of each run of steps, feature by feature; a rest at the end is dropped.
   *
   * @param width steps in a run, which do not overlap
   */
  record MaxPool1D(String name, int width) implements LayerSpec {
    @Override
    public String title() {
      return "MaxPool1D " + width;
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(input.steps() / width, input.features());
    }

    @Override
    public List<TensorSpec> tensors(Shape input) {
      return List.of();
    }
  }

  /**
   * Gated recurrent unit with one bias a gate, the reset gate before the recurrent product,
   * hard-sigmoid gates and a tanh candidate.
   *
   * <p>Source: K. Cho et al., "Learning phrase representations using RNN encoder-decoder for
   * statistical machine translation", EMNLP 2014, formulas 5 to 8, with the hard sigmoid of Keras
   * 1.
   *
   * @param units length of the state
   * @param sequence whether every step is returned, or the last one alone
   */
  record Gru(String name, int units, boolean sequence) implements LayerSpec {
    /** Update gate z, reset gate r, candidate h, in the order of the weights' columns. */
    public static final int GATES = 3;

    @Override
    public String title() {
      return "GRU " + units + (sequence ? ", sequence" : ", last step");
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(sequence ? input.steps() : 1, units);
    }

    /** weight [features, 3·units], recurrent [units, 3·units], bias [3·units]. */
    @Override
    public List<TensorSpec> tensors(Shape input) {
      int columns = GATES * units;
      return List.of(
          new TensorSpec(
              "weight",
              List.of(input.features(), columns),
              new GlorotUniform(input.features(), units)),
          new TensorSpec("recurrent", List.of(units, columns), new OrthogonalBlocks(units, GATES)),
          new TensorSpec("bias", List.of(columns), new Zero()));
    }
  }

  /**
   * Long short-term memory with a forget gate, hard-sigmoid gates and tanh for candidate and cell.
   *
   * <p>Source: F. Gers, J. Schmidhuber, F. Cummins, "Learning to forget: continual prediction with
   * LSTM", Neural Computation 12, 2000, with the hard sigmoid of Keras 1.
   *
   * @param units length of state and cell
   * @param sequence whether every step is returned, or the last one alone
   */
  record Lstm(String name, int units, boolean sequence) implements LayerSpec {
    /** Input gate, forget gate, candidate, output gate, in the order of the weights' columns. */
    public static final int GATES = 4;

    @Override
    public String title() {
      return "LSTM " + units + (sequence ? ", sequence" : ", last step");
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(sequence ? input.steps() : 1, units);
    }

    /** weight [features, 4·units], recurrent [units, 4·units], bias [4·units]. */
    @Override
    public List<TensorSpec> tensors(Shape input) {
      int columns = GATES * units;
      return List.of(
          new TensorSpec(
              "weight",
              List.of(input.features(), columns),
              new GlorotUniform(input.features(), units)),
          new TensorSpec("recurrent", List.of(units, columns), new OrthogonalBlocks(units, GATES)),
          new TensorSpec("bias", List.of(columns), new ForgetBias(units)));
    }
  }

  /**
   * Fully connected layer with ReLU; takes a whole sample, sequence or not, as one vector.
   *
   * @param units output features
   */
  record Dense(String name, int units) implements LayerSpec {
    @Override
    public String title() {
      return "Dense %d, ReLU".formatted(units);
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(1, units);
    }

    /** weight [units, steps·features], bias [units]. */
    @Override
    public List<TensorSpec> tensors(Shape input) {
      return List.of(
          new TensorSpec(
              "weight", List.of(units, input.size()), new GlorotUniform(input.size(), units)),
          new TensorSpec("bias", List.of(units), new Zero()));
    }
  }

  /**
   * Fully connected layer that ends a network; softmax turns its output into probabilities.
   *
   * @param units number of classes
   */
  record Softmax(String name, int units) implements LayerSpec {
    @Override
    public String title() {
      return "Dense %d, softmax".formatted(units);
    }

    @Override
    public Shape output(Shape input) {
      if (input.steps() != 1) {
        throw new IllegalArgumentException(
            "a dense layer takes vectors, not sequences of " + input);
      }
      return new Shape(1, units);
    }

    /** weight [units, features], bias [units]. */
    @Override
    public List<TensorSpec> tensors(Shape input) {
      return List.of(
          new TensorSpec(
              "weight",
              List.of(units, input.features()),
              new GlorotUniform(input.features(), units)),
          new TensorSpec("bias", List.of(units), new Zero()));
    }
  }
}
