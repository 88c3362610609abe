package org.digitpad.nn.arch;

import java.util.ArrayList;
import java.util.List;

/**
 * A network as a list of layers. Its parameters are one flat vector: layer by layer, tensor by
 * tensor, row-major.
 *
 * @param name name on the command line and in model files, such as "conv-gru"
 * @param title name on the screen, such as "Conv-GRU"
 * @param input shape of one image: rows are steps, columns are features
 * @param layers from input to output
 */
public record Architecture(String name, String title, Shape input, List<LayerSpec> layers) {
  /**
   * A layer in its place.
   *
   * @param spec the layer
   * @param input shape of a sample before it
   * @param output shape of a sample behind it
   * @param offset index of its first parameter in the flat vector
   */
  public record Placed(LayerSpec spec, Shape input, Shape output, int offset) {
    public int parameters() {
      return spec.parameters(input);
    }
  }

  /**
   * A tensor in its place.
   *
   * @param name layer and tensor, such as "gru1.bias"
   * @param spec shape and initializer
   * @param offset index of its first number in the flat vector
   */
  public record PlacedTensor(String name, TensorSpec spec, int offset) {}

  public Architecture {
    layers = List.copyOf(layers);
  }

  /** The layers with their shapes and offsets. */
  public List<Placed> placed() {
    List<Placed> result = new ArrayList<>();
    Shape shape = input;
    int offset = 0;
    for (LayerSpec spec : layers) {
      Placed placed = new Placed(spec, shape, spec.output(shape), offset);
      result.add(placed);
      shape = placed.output();
      offset += placed.parameters();
    }
    return result;
  }

  /** All tensors with their full names, in the order of the flat vector. */
  public List<PlacedTensor> tensors() {
    List<PlacedTensor> result = new ArrayList<>();
    for (Placed layer : placed()) {
      int offset = layer.offset();
      for (TensorSpec tensor : layer.spec().tensors(layer.input())) {
        result.add(new PlacedTensor(layer.spec().name() + "." + tensor.name(), tensor, offset));
        offset += tensor.size();
      }
    }
    return result;
  }

  /** Number of parameters. */
  public int parameters() {
    return placed().stream().mapToInt(Placed::parameters).sum();
  }

  /** Number of classes. */
  public int classes() {
    List<Placed> placed = placed();
    return placed.get(placed.size() - 1).output().features();
  }
}
