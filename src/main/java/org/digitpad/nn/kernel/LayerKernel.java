package org.digitpad.nn.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One layer's forward and backward pass over a batch, on memory that it took when it was made: a
 * pass allocates nothing. A kernel remembers its last forward pass, so it serves one thread.
 */
abstract class LayerKernel implements AutoCloseable {
  private final BatchLayout outputRows;
  private final NativeFloatArray output;
  private final NativeFloatArray outputGradient;

  /**
   * A kernel with its output.
   *
   * @param outputRows how the output lies in memory
   * @param output takes the activations
   * @param outputGradient takes what the layer behind writes
   */
  LayerKernel(BatchLayout outputRows, NativeFloatArray output, NativeFloatArray outputGradient) {
    this.outputRows = outputRows;
    this.output = output;
    this.outputGradient = outputGradient;
  }

  /** A kernel that takes the memory for its own output. */
  LayerKernel(BatchLayout outputRows, int capacity, boolean training) {
    this(
        outputRows,
        new NativeFloatArray(outputRows.size(capacity)),
        new NativeFloatArray(training ? outputRows.size(capacity) : 0));
  }

  /** How the output lies in memory. */
  final BatchLayout outputRows() {
    return outputRows;
  }

  /** Activations of the last forward pass. */
  final NativeFloatArray output() {
    return output;
  }

  /**
   * Where the layer behind writes the gradient of the loss by the output, laid out like the output,
   * zero in padding rows.
   */
  final NativeFloatArray outputGradient() {
    return outputGradient;
  }

  /**
   * Computes the output.
   *
   * @param parameters the network's flat parameter vector
   * @param input activations of the layer before
   * @param batch samples, at most the capacity
   */
  abstract void forward(NativeFloatArray parameters, NativeFloatArray input, int batch);

  /**
   * Adds the parameters' gradients and overwrites the input's.
   *
   * @param parameters as in the forward pass
   * @param input as in the forward pass
   * @param gradient the network's flat gradient vector, added to
   * @param inputGradient receives the gradient by the input; null when nobody needs it
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
