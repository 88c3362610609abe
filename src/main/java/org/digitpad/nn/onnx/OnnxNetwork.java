package org.digitpad.nn.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx.GraphProto;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;

/**
 * Converts a network's layers to a chain of ONNX operators. Operators need the axes of their input
 * in different orders, so the chain has a transposition wherever the order changes.
 *
 * <p>Operators: https://github.com/onnx/onnx/blob/main/docs/Operators.md.
 */
final class OnnxNetwork {
  private static final String INPUT = "images";
  private static final String OUTPUT = "probabilities";

  // orders of axes: n for samples, s for steps and f for features, outermost first
  private static final String IMAGES = "nsf";
  private static final String CONVOLUTION = "nfs";
  private static final String RECURRENT = "snf";
  private static final String VECTORS = "nf";

  private static final String HARD_SIGMOID = "HardSigmoid";
  private static final String TANH = "Tanh";

  private final OnnxGraphBuilder graph = new OnnxGraphBuilder();
  private final Map<String, float[]> tensors = new HashMap<>();

  /** Name of the last operator's output. */
  private String value = INPUT;

  /** Order of the axes of the last operator's output. */
  private String axes = IMAGES;

  private OnnxNetwork(Architecture architecture, float[] parameters) {
    for (PlacedTensor tensor : architecture.tensors()) {
      float[] values = new float[tensor.spec().size()];
      System.arraycopy(parameters, tensor.offset(), values, 0, values.length);
      tensors.put(tensor.name(), values);
    }
  }

  /**
   * Converts a network.
   *
   * @param parameters flat, as the architecture orders them
   */
  static GraphProto of(Architecture architecture, float[] parameters) {
    OnnxNetwork network = new OnnxNetwork(architecture, parameters);
    Shape input = architecture.input();
    network.graph.input(INPUT, input.steps(), input.features());
    architecture.placedLayers().forEach(network::add);
    network.graph.output(OUTPUT, architecture.classCount());
    return network.graph.build(architecture.name());
  }

  private void add(PlacedLayer layer) {
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Conv1D conv) {
      addConvolution(conv, layer.input().features());
    } else if (spec instanceof LayerSpec.MaxPool1D pool) {
      addMaxPooling(pool);
    } else if (spec instanceof LayerSpec.Gru gru) {
      // both orders: update, reset, candidate
      OnnxGateWeights gates = new OnnxGateWeights(gru.units(), 0, 1, 2);
      addRecurrent("GRU", layer, gru.returnSequences(), gates, HARD_SIGMOID, TANH);
    } else if (spec instanceof LayerSpec.Lstm lstm) {
      // ONNX's order: input, output, forget, candidate; ours: input, forget, candidate, output
      OnnxGateWeights gates = new OnnxGateWeights(lstm.units(), 0, 3, 1, 2);
      addRecurrent("LSTM", layer, lstm.returnSequences(), gates, HARD_SIGMOID, TANH, TANH);
    } else if (spec instanceof LayerSpec.Dense dense) {
      addDense(layer, dense.units());
      value = graph.node("Relu", dense.name() + ".relu", List.of(value));
    } else if (spec instanceof LayerSpec.Softmax softmax) {
      addDense(layer, softmax.units());
      value = graph.node("Softmax", OUTPUT, List.of(value));
    } else {
      throw new IllegalArgumentException("no ONNX operator for " + spec);
    }
  }

  private void addConvolution(LayerSpec.Conv1D conv, int features) {
    transposeTo(CONVOLUTION);
    String name = conv.name();
    value =
        graph.node(
            "Conv",
            name,
            List.of(
                value,
                graph.constant(
                    name + ".weight",
                    filtersFirst(conv, features),
                    conv.filters(),
                    features,
                    conv.kernelSize()),
                graph.constant(name + ".bias", tensor(name, "bias"), conv.filters())),
            OnnxGraphBuilder.list("kernel_shape", conv.kernelSize()));
    value = graph.node("Relu", name + ".relu", List.of(value));
  }

  /** Converts [kernelSize, features, filters] to [filters, features, kernelSize]. */
  private float[] filtersFirst(LayerSpec.Conv1D conv, int features) {
    float[] weights = tensor(conv.name(), "weight");
    float[] converted = new float[weights.length];
    for (int k = 0, at = 0; k < conv.kernelSize(); k++) {
      for (int i = 0; i < features; i++) {
        for (int f = 0; f < conv.filters(); f++) {
          converted[(f * features + i) * conv.kernelSize() + k] = weights[at++];
        }
      }
    }
    return converted;
  }

  private void addMaxPooling(LayerSpec.MaxPool1D pool) {
    transposeTo(CONVOLUTION);
    value =
        graph.node(
            "MaxPool",
            pool.name(),
            List.of(value),
            OnnxGraphBuilder.list("kernel_shape", pool.poolSize()),
            OnnxGraphBuilder.list("strides", pool.poolSize()));
  }

  /** Adds an LSTM, or a GRU, whose reset gate comes before the recurrent product by default. */
  private void addRecurrent(
      String operator,
      PlacedLayer layer,
      boolean returnSequences,
      OnnxGateWeights gates,
      String... activations) {
    transposeTo(RECURRENT);
    String name = layer.spec().name();
    int features = layer.input().features();
    int units = gates.units();
    List<String> inputs =
        List.of(
            value,
            graph.constant(
                name + ".weight",
                gates.transposed(tensor(name, "weight"), features),
                1,
                gates.rows(),
                features),
            graph.constant(
                name + ".recurrent",
                gates.transposed(tensor(name, "recurrent"), units),
                1,
                gates.rows(),
                units),
            graph.constant(name + ".bias", gates.bias(tensor(name, "bias")), 1, 2 * gates.rows()));
    // all states [steps, directions, N, units], or only the last one [directions, N, units]
    graph.node(
        operator,
        name,
        inputs,
        returnSequences ? List.of(name) : List.of("", name),
        OnnxGraphBuilder.attribute("hidden_size", units),
        OnnxGraphBuilder.list("activations", List.of(activations)),
        // the hard sigmoid's slope and its value at 0; tanh has no parameters
        OnnxGraphBuilder.list("activation_alpha", 0.2f),
        OnnxGraphBuilder.list("activation_beta", 0.5f));
    String directions = graph.constant(name + ".directions", returnSequences ? 1L : 0L);
    value = graph.node("Squeeze", name + ".squeeze", List.of(name, directions));
    axes = returnSequences ? RECURRENT : VECTORS;
  }

  /** Adds the matrix product and bias of a fully connected layer. */
  private void addDense(PlacedLayer layer, int units) {
    String name = layer.spec().name();
    if (!axes.equals(VECTORS)) {
      transposeTo(IMAGES);
      value = graph.node("Flatten", name + ".flatten", List.of(value));
      axes = VECTORS;
    }
    String weight =
        graph.constant(name + ".weight", tensor(name, "weight"), units, layer.input().size());
    String bias = graph.constant(name + ".bias", tensor(name, "bias"), units);
    value =
        graph.node(
            "Gemm", name, List.of(value, weight, bias), OnnxGraphBuilder.attribute("transB", 1));
  }

  private void transposeTo(String order) {
    if (axes.equals(order)) {
      return;
    }
    int[] permutation = order.chars().map(axes::indexOf).toArray();
    value =
        graph.node(
            "Transpose",
            value + "." + order,
            List.of(value),
            OnnxGraphBuilder.list("perm", permutation));
    axes = order;
  }

  private float[] tensor(String layer, String name) {
    return tensors.get(layer + "." + name);
  }
}
