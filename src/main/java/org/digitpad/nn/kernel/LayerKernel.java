package org.digitpad.nn.kernel;

import org.digitpad.nn.arch.Architecture.PlacedLayer;
import org.digitpad.nn.arch.LayerSpec;
import org.jspecify.annotations.Nullable;

/**
 * Forward and backward pass of one layer over a batch. A kernel allocates its memory when it is
 * created; a pass allocates nothing. It keeps the activations of the last forward pass for the
 * backward pass, so only one thread may use it.
 */
abstract class LayerKernel implements AutoCloseable {
  private final BatchLayout outputLayout;
  private final NativeFloatArray output;
  private final NativeFloatArray outputGradient;

  /**
   * Creates a kernel with memory for its output.
   *
   * @param outputLayout how the output is laid out in memory
   * @param output receives the activations
   * @param outputGradient receives the gradient that the next layer writes
   */
  LayerKernel(BatchLayout outputLayout, NativeFloatArray output, NativeFloatArray outputGradient) {
    this.outputLayout = outputLayout;
    this.output = output;
    this.outputGradient = outputGradient;
  }

  /** Creates a kernel that allocates the memory for its output. */
  LayerKernel(BatchLayout outputLayout, int capacity, boolean training) {
    this(
        outputLayout,
        new NativeFloatArray(outputLayout.size(capacity)),
        new NativeFloatArray(training ? outputLayout.size(capacity) : 0));
  }

  /**
   * Creates the kernel of a layer.
   *
   * @param inputLayout how the layer's input is laid out in memory
   * @param capacity maximum number of samples in a batch
   * @param training whether {@link #backward} will be called
   * @throws IllegalArgumentException if the layer cannot work on this layout
   */
  static LayerKernel of(
      PlacedLayer layer, BatchLayout inputLayout, int capacity, boolean training) {
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Conv1D) {
      return new Conv1DKernel(layer, inputLayout, capacity, training);
    } else if (spec instanceof LayerSpec.MaxPool1D) {
      return new MaxPool1DKernel(layer, inputLayout, capacity, training);
    } else if (spec instanceof LayerSpec.Gru) {
      return new GruKernel(layer, inputLayout, capacity, training);
    } else if (spec instanceof LayerSpec.Lstm) {
      return new LstmKernel(layer, inputLayout, capacity, training);
    } else if (spec instanceof LayerSpec.Dense) {
      return new DenseReluKernel(layer, inputLayout, capacity, training);
    } else if (spec instanceof LayerSpec.Softmax) {
      return new DenseSoftmaxKernel(layer, inputLayout, capacity, training);
    }
    throw new IllegalArgumentException("no kernel for " + spec);
  }

  /** How the output is laid out in memory. */
  final BatchLayout outputLayout() {
    return outputLayout;
  }

  /** Activations of the last forward pass. */
  final NativeFloatArray output() {
    return output;
  }

  /**
   * Where the next layer writes the gradient of the loss with respect to the output. It has the
   * layout of the output, with zeros in padding rows.
   */
  final NativeFloatArray outputGradient() {
    return outputGradient;
  }

  /**
   * Computes the output.
   *
   * @param parameters the network's flat parameter vector
   * @param input activations of the previous layer
   * @param batch number of samples, at most the capacity
   */
  abstract void forward(NativeFloatArray parameters, NativeFloatArray input, int batch);

  /**
   * Adds the gradient of the parameters and overwrites that of the input.
   *
   * @param parameters as in the forward pass
   * @param input as in the forward pass
   * @param gradient the network's flat gradient vector, which is added to
   * @param inputGradient receives the gradient with respect to the input; null if it is not needed
   * @param batch as in the forward pass
   */
  abstract void backward(
      NativeFloatArray parameters,
      NativeFloatArray input,
      NativeFloatArray gradient,
      @Nullable NativeFloatArray inputGradient,
      int batch);

  @Override
  public void close() {
    output.close();
    outputGradient.close();
  }
}
