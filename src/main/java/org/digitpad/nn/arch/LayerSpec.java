package org.digitpad.nn.arch;

import java.util.List;
import org.digitpad.nn.arch.Initializer.ForgetBias;
import org.digitpad.nn.arch.Initializer.GlorotUniform;
import org.digitpad.nn.arch.Initializer.OrthogonalBlocks;
import org.digitpad.nn.arch.Initializer.Zero;

/** What a layer computes and which parameters it has, independent of any implementation. */
public sealed interface LayerSpec {
  /** Name that is unique in its network, such as "gru1". */
  String name();

  /** Human-readable kind and size, such as "GRU 64". */
  String title();

  /**
   * Shape of the layer's output for one sample.
   *
   * @param input shape of the layer's input for one sample
   * @throws IllegalArgumentException if the layer does not accept {@code input}
   */
  Shape output(Shape input);

  /** The layer's tensors in the order of the flat parameter vector. */
  List<TensorSpec> tensors(Shape input);

  /**
   * The steps of the input that the layer reads for some steps of its output. A recurrent layer's
   * states remember the steps before these, too.
   *
   * @param output steps of the output
   * @param input shape of the layer's input for one sample
   */
  default StepRange reads(StepRange output, Shape input) {
    return new StepRange(0, input.steps() - 1);
  }

  /** Number of parameters for samples of shape {@code input}. */
  default int parameterCount(Shape input) {
    int count = 0;
    for (TensorSpec tensor : tensors(input)) {
      count += tensor.size();
    }
    return count;
  }

  /**
   * Convolution over steps without padding, followed by ReLU.
   *
   * @param kernelSize steps that the kernel covers
   * @param filters output features
   */
  record Conv1D(String name, int kernelSize, int filters) implements LayerSpec {
    @Override
    public String title() {
      return "Conv1D %d, %d, ReLU".formatted(kernelSize, filters);
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(input.steps() - kernelSize + 1, filters);
    }

    @Override
    public StepRange reads(StepRange output, Shape input) {
      return new StepRange(output.first(), output.last() + kernelSize - 1);
    }

    /** weight [kernelSize, features, filters], bias [filters]. */
    @Override
    public List<TensorSpec> tensors(Shape input) {
      int fanIn = kernelSize * input.features();
      return List.of(
          new TensorSpec(
              "weight",
              List.of(kernelSize, input.features(), filters),
              new GlorotUniform(fanIn, kernelSize * filters)),
          new TensorSpec("bias", List.of(filters), new Zero()));
    }
  }

  /**
   * Max pooling over steps: the maximum of each window of steps, feature by feature. Windows do not
   * overlap; steps after the last whole window are dropped.
   *
   * @param poolSize steps in a window
   */
  record MaxPool1D(String name, int poolSize) implements LayerSpec {
    @Override
    public String title() {
      return "MaxPool1D " + poolSize;
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(input.steps() / poolSize, input.features());
    }

    @Override
    public StepRange reads(StepRange output, Shape input) {
      return new StepRange(output.first() * poolSize, (output.last() + 1) * poolSize - 1);
    }

    @Override
    public List<TensorSpec> tensors(Shape input) {
      return List.of();
    }
  }

  /** A recurrent layer with gates. It starts from a hidden state of zeros. */
  sealed interface Recurrent extends LayerSpec {
    /** Length of the hidden state. */
    int units();

    /** Whether the output is the hidden state after every step, or only after the last one. */
    boolean returnSequences();

    /** Number of gates, the candidate among them. */
    int gates();

    /** How a new network fills the biases of all gates. */
    Initializer biasInitializer();

    @Override
    default Shape output(Shape input) {
      return new Shape(returnSequences() ? input.steps() : 1, units());
    }

    /** For states after some steps, whether the layer returns all of them or only the last. */
    @Override
    default StepRange reads(StepRange states, Shape input) {
      return states;
    }

    /** weight [features, gates·units], recurrent [units, gates·units], bias [gates·units]. */
    @Override
    default List<TensorSpec> tensors(Shape input) {
      int columns = gates() * units();
      return List.of(
          new TensorSpec(
              "weight",
              List.of(input.features(), columns),
              new GlorotUniform(input.features(), units())),
          new TensorSpec(
              "recurrent", List.of(units(), columns), new OrthogonalBlocks(units(), gates())),
          new TensorSpec("bias", List.of(columns), biasInitializer()));
    }

    private static String title(String kind, int units, boolean returnSequences) {
      return kind + " " + units + (returnSequences ? ", sequence" : ", last step");
    }
  }

  /**
   * Gated recurrent unit with one bias per gate, the reset gate applied before the recurrent
   * product, hard-sigmoid gates and a tanh candidate. The gates are update z, reset r and candidate
   * h, in the order of the weights' columns.
   *
   * <p>Source: K. Cho et al., "Learning phrase representations using RNN encoder-decoder for
   * statistical machine translation", EMNLP 2014, equations 5 to 8, with the hard sigmoid of Keras
   * 1.
   */
  record Gru(String name, int units, boolean returnSequences) implements Recurrent {
    @Override
    public String title() {
      return Recurrent.title("GRU", units, returnSequences);
    }

    @Override
    public int gates() {
      return 3;
    }

    @Override
    public Initializer biasInitializer() {
      return new Zero();
    }
  }

  /**
   * Long short-term memory with a forget gate, hard-sigmoid gates and tanh for candidate and cell.
   * The gates are input, forget, candidate and output, in the order of the weights' columns.
   *
   * <p>Source: F. Gers, J. Schmidhuber, F. Cummins, "Learning to forget: continual prediction with
   * LSTM", Neural Computation 12, 2000, with the hard sigmoid of Keras 1.
   */
  record Lstm(String name, int units, boolean returnSequences) implements Recurrent {
    @Override
    public String title() {
      return Recurrent.title("LSTM", units, returnSequences);
    }

    @Override
    public int gates() {
      return 4;
    }

    @Override
    public Initializer biasInitializer() {
      return new ForgetBias(units);
    }
  }

  /**
   * Fully connected layer with ReLU. It takes a whole sample, sequence or not, as one vector.
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
      return denseTensors(units, input.size());
    }
  }

  /**
   * Fully connected layer that ends a network: softmax turns its logits into probabilities.
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
      return denseTensors(units, input.features());
    }
  }

  private static List<TensorSpec> denseTensors(int units, int inputs) {
    return List.of(
        new TensorSpec("weight", List.of(units, inputs), new GlorotUniform(inputs, units)),
        new TensorSpec("bias", List.of(units), new Zero()));
  }
}
