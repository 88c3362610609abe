package org.digitpad.nn.arch;

import java.util.ArrayList;
import java.util.List;

/**
 * A network as a list of layers. Its parameters are one flat vector: layer by layer, tensor by
 * tensor, row-major.
 *
 * @param name name on the command line and in model files, such as "conv-gru"
 * @param title name in the window, such as "Conv-GRU"
 * @param input shape of one sample: of an image, rows are steps and columns are features; of
 *     direction maps, cells are steps and maps are features
 * @param layers from input to output
 */
public record Architecture(String name, String title, Shape input, List<LayerSpec> layers) {
  /**
   * A layer with the shapes around it and its place in the flat parameter vector.
   *
   * @param spec the layer
   * @param input shape of the layer's input for one sample
   * @param output shape of the layer's output for one sample
   * @param offset index of the layer's first parameter in the flat vector
   */
  public record PlacedLayer(LayerSpec spec, Shape input, Shape output, int offset) {
    public int parameterCount() {
      return spec.parameterCount(input);
    }
  }

  /**
   * A tensor with its full name and its place in the flat parameter vector.
   *
   * @param name layer and tensor, such as "gru1.bias"
   * @param spec shape and initializer
   * @param offset index of the tensor's first value in the flat vector
   */
  public record PlacedTensor(String name, TensorSpec spec, int offset) {}

  public Architecture {
    layers = List.copyOf(layers);
  }

  /** The layers with their shapes and offsets. */
  public List<PlacedLayer> placedLayers() {
    List<PlacedLayer> result = new ArrayList<>();
    Shape shape = input;
    int offset = 0;
    for (LayerSpec spec : layers) {
      PlacedLayer layer = new PlacedLayer(spec, shape, spec.output(shape), offset);
      result.add(layer);
      shape = layer.output();
      offset += layer.parameterCount();
    }
    return result;
  }

  /** All tensors with their full names, in the order of the flat vector. */
  public List<PlacedTensor> tensors() {
    List<PlacedTensor> result = new ArrayList<>();
    for (PlacedLayer layer : placedLayers()) {
      int offset = layer.offset();
      for (TensorSpec tensor : layer.spec().tensors(layer.input())) {
        result.add(new PlacedTensor(layer.spec().name() + "." + tensor.name(), tensor, offset));
        offset += tensor.size();
      }
    }
    return result;
  }

  /**
   * The steps of the network's input, such as rows of the image, that a layer reads for one of its
   * steps. Recurrent layers in between count step by step: what they remember of earlier steps is
   * left out.
   *
   * @param layer number of the layer, from 0
   * @param step of its output, or of its states if it is recurrent
   */
  public StepRange receptiveField(int layer, int step) {
    List<PlacedLayer> placed = placedLayers();
    StepRange range = new StepRange(step, step);
    for (int i = layer; i >= 0; i--) {
      range = placed.get(i).spec().reads(range, placed.get(i).input());
    }
    return range;
  }

  /** Returns whether it reads the movement of the pen, as direction maps, and not an image. */
  public boolean readsMovement() {
    return input.equals(Architectures.MOVEMENT);
  }

  /** Returns whether a layer is recurrent. */
  public boolean isRecurrent() {
    return layers.stream().anyMatch(LayerSpec.Recurrent.class::isInstance);
  }

  /** Number of parameters in the flat vector. */
  public int parameterCount() {
    int count = 0;
    for (PlacedLayer layer : placedLayers()) {
      count += layer.parameterCount();
    }
    return count;
  }

  /** Number of classes: the features of the last layer's output. */
  public int classCount() {
    List<PlacedLayer> placed = placedLayers();
    return placed.get(placed.size() - 1).output().features();
  }
}
