package org.digitpad.nn.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One layer's forward and backward pass over a batch, on memory that it took when it was made: a
 * pass allocates nothing. A kernel remembers its last forward pass, so it serves one thread.
 */
abstract class Kernel implements AutoCloseable {
  private final Rows outputRows;
  private final Floats output;
  private final Floats outputGradient;

  /**
   * A kernel with its output.
   *
   * @param outputRows how the output lies in memory
   * @param output takes the activations
   * @param outputGradient takes what the layer behind writes
   */
  Kernel(Rows outputRows, Floats output, Floats outputGradient) {
    this.outputRows = outputRows;
    this.output = output;
    this.outputGradient = outputGradient;
  }

  /** A kernel that takes the memory for its own output. */
  Kernel(Rows outputRows, int capacity, boolean training) {
    this(
        outputRows,
        new Floats(outputRows.size(capacity)),
        new Floats(training ? outputRows.size(capacity) : 0));
  }

  /** How the output lies in memory. */
  final Rows outputRows() {
    return outputRows;
  }

  /** Activations of the last forward pass. */
  final Floats output() {
    return output;
  }

  /**
   * Where the layer behind writes the gradient of the loss by the output, laid out like the output,
   * zero in padding rows.
   */
  final Floats outputGradient() {
    return outputGradient;
  }

  /**
   * Computes the output.
   *
   * @param parameters the network's flat parameter vector
   * @param input activations of the layer before
   * @param batch samples, at most the capacity
   */
  abstract void forward(Floats parameters, Floats input, int batch);

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
      Floats parameters, Floats input, Floats gradient, @Nullable Floats inputGradient, int batch);

  @Override
  public void close() {
    output.close();
    outputGradient.close();
  }
}
