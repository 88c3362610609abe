package org.digitpad.nn.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx.GraphProto;
import org.digitpad.nn.arch.Architecture;
import org.digitpad.nn.arch.Architecture.Placed;
import org.digitpad.nn.arch.Architecture.PlacedTensor;
import org.digitpad.nn.arch.LayerSpec;
import org.digitpad.nn.arch.Shape;

/**
 * A network's layers as ONNX operators, one behind the other. Operators want the axes of their
 * input in orders of their own, so a transposition goes between where two differ.
 *
 * <p>Operators: https://github.com/onnx/onnx/blob/main/docs/Operators.md.
 */
final class OnnxNetwork {
  private static final String INPUT = "images";
  private static final String OUTPUT = "probabilities";

  // Orders of axes: samples, steps and features by their initials, outermost first.
  private static final String IMAGES = "nsf";
  private static final String CONVOLUTION = "nfs";
  private static final String RECURRENT = "snf";
  private static final String VECTORS = "nf";

  private static final String GATE = "HardSigmoid";
  private static final String SQUASH = "Tanh";

  private final OnnxGraphBuilder graph = new OnnxGraphBuilder();
  private final Map<String, float[]> tensors = new HashMap<>();

  /** What the last operator gave, and the order of its axes. */
  private String value = INPUT;

  private String axes = IMAGES;

  private OnnxNetwork(Architecture architecture, float[] parameters) {
    for (PlacedTensor tensor : architecture.tensors()) {
      float[] values = new float[tensor.spec().size()];
      System.arraycopy(parameters, tensor.offset(), values, 0, values.length);
      tensors.put(tensor.name(), values);
    }
  }

  /**
   * Writes a network down.
   *
   * @param parameters flat, as the architecture orders them
   */
  static GraphProto of(Architecture architecture, float[] parameters) {
    OnnxNetwork network = new OnnxNetwork(architecture, parameters);
    Shape input = architecture.input();
    network.graph.input(INPUT, input.steps(), input.features());
    architecture.placed().forEach(network::add);
    network.graph.output(OUTPUT, architecture.classes());
    return network.graph.build(architecture.name());
  }

  private void add(Placed layer) {
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Conv1D conv) {
      convolve(conv, layer.input().features());
    } else if (spec instanceof LayerSpec.MaxPool1D pool) {
      pool(pool);
    } else if (spec instanceof LayerSpec.Gru gru) {
      // both: update, reset, candidate
      recur("GRU", layer, gru.sequence(), new OnnxGateWeights(gru.units(), 0, 1, 2), GATE, SQUASH);
    } else if (spec instanceof LayerSpec.Lstm lstm) {
      // ONNX: input, output, forget, candidate; ours: input, forget, candidate, output
      OnnxGateWeights gates = new OnnxGateWeights(lstm.units(), 0, 3, 1, 2);
      recur("LSTM", layer, lstm.sequence(), gates, GATE, SQUASH, SQUASH);
    } else if (spec instanceof LayerSpec.Dense dense) {
      multiply(layer, dense.units());
      value = graph.node("Relu", dense.name() + ".relu", List.of(value));
    } else if (spec instanceof LayerSpec.Softmax softmax) {
      multiply(layer, softmax.units());
      toProbabilities();
    } else {
      throw new IllegalArgumentException("no ONNX operator for " + spec);
    }
  }

  private void convolve(LayerSpec.Conv1D conv, int features) {
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
                    conv.width()),
                graph.constant(name + ".bias", tensor(name, "bias"), conv.filters())),
            OnnxGraphBuilder.list("kernel_shape", conv.width()));
    value = graph.node("Relu", name + ".relu", List.of(value));
  }

  /** From [width, features, filters] to [filters, features, width]. */
  private float[] filtersFirst(LayerSpec.Conv1D conv, int features) {
    float[] ours = tensor(conv.name(), "weight");
    float[] theirs = new float[ours.length];
    for (int k = 0, at = 0; k < conv.width(); k++) {
      for (int i = 0; i < features; i++) {
        for (int f = 0; f < conv.filters(); f++) {
          theirs[(f * features + i) * conv.width() + k] = ours[at++];
        }
      }
    }
    return theirs;
  }

  private void pool(LayerSpec.MaxPool1D pool) {
    transposeTo(CONVOLUTION);
    value =
        graph.node(
            "MaxPool",
            pool.name(),
            List.of(value),
            OnnxGraphBuilder.list("kernel_shape", pool.width()),
            OnnxGraphBuilder.list("strides", pool.width()));
  }

  /** A GRU (by default with the reset gate before the recurrent product, as ours) or an LSTM. */
  private void recur(
      String operator,
      Placed layer,
      boolean sequence,
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
    // all states [steps, directions, N, units], or the last alone [directions, N, units]
    graph.node(
        operator,
        name,
        inputs,
        sequence ? List.of(name) : List.of("", name),
        OnnxGraphBuilder.attribute("hidden_size", units),
        OnnxGraphBuilder.list("activations", List.of(activations)),
        // the hard sigmoid's slope and its value at 0; tanh takes no such numbers
        OnnxGraphBuilder.list("activation_alpha", 0.2f),
        OnnxGraphBuilder.list("activation_beta", 0.5f));
    String directions = graph.constant(name + ".directions", sequence ? 1L : 0L);
    value = graph.node("Squeeze", name + ".squeeze", List.of(name, directions));
    axes = sequence ? RECURRENT : VECTORS;
  }

  /** Weights and biases of a dense layer on whole samples. */
  private void multiply(Placed layer, int units) {
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

  /** Ends the network; what came so far are its logits. */
  private void toProbabilities() {
    value = graph.node("Softmax", OUTPUT, List.of(value));
  }

  private void transposeTo(String wanted) {
    if (axes.equals(wanted)) {
      return;
    }
    int[] from = wanted.chars().map(axes::indexOf).toArray();
    value =
        graph.node(
            "Transpose", value + "." + wanted, List.of(value), OnnxGraphBuilder.list("perm", from));
    axes = wanted;
  }

  private float[] tensor(String layer, String name) {
    return tensors.get(layer + "." + name);
  }
}
